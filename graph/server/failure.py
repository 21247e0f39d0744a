"""Reads in Java's and Neo4j's last words why a start failed, and says what to do."""

from dataclasses import dataclass
from pathlib import Path

from graph.errors import PortInUseError, ServerError, StartError
from graph.server.home import Home, disk_full
from words import enumerated, said

_LAST_LINES = 2
_DISK = ("No space left on device", "File too large", "Disk quota exceeded", "not enough space on the disk")
_MEMORY = (
    "Could not reserve enough space",
    "Could not allocate",
    "Cannot allocate memory",
    "insufficient memory",
    "exceeds physical memory",
    "OutOfMemoryError",
    "Too small maximum heap",
)
_PORT = ("PortBindException",)
_OTHER = ("FileLockException", "Lock file has been locked by another process")
# The database that holds the users alone.
_USERS = ("Failed to start DatabaseId{00000000[system]}", "Failed to initialize system graph component")
_NOT_STARTED = (
    "Failed to start DatabaseId{",
    "Error starting Neo4j database server",
    # Said half a minute before the database gives up.
    "Transaction logs are missing and recovery is not possible",
)


@dataclass(frozen=True, slots=True)
class LogSizes:
    """The bytes of Neo4j's two logs at one moment, to be told from what is added later."""

    log: int
    debug_log: int


def log_sizes(home: Home) -> LogSizes:
    """Return how long the logs are now."""
    return LogSizes(_size(home.log), _size(home.debug_log))


def has_failed(home: Home, sizes: LogSizes) -> bool:
    """Tell whether Neo4j has logged since that a database will not start; the process may go on for minutes, or for good."""
    return _holds(_since(home.debug_log, sizes.debug_log), _NOT_STARTED)


def database_failure(home: Home, sizes: LogSizes) -> ServerError:
    """Return the error for a Neo4j that runs without its database, which did not start or has stopped at an error."""
    text = _since(home.debug_log, sizes.debug_log)
    known = _known_failure(home, text)
    if known is not None:
        return known
    return StartError(
        said(
            "Neo4j started, but its database did not: {words} Put a copy of {root} in its place; or, when there "
            "is none, delete {data} and load again with 'wuji up --dataset NAME|FOLDER'. All that Neo4j said is "
            "in {logs}.",
            words=_last_words(text),
            root=home.root,
            data=home.data,
            logs=home.logs,
        )
    )


def program_failure(home: Home, sizes: LogSizes) -> ServerError:
    """Return the error for a Neo4j that ended while it started."""
    printed = home.console.read_text(encoding="utf-8", errors="replace") + _since(home.log, sizes.log)
    return _known_failure(home, _since(home.debug_log, sizes.debug_log) + printed) or _ended(home, printed)


def _size(log: Path) -> int:
    return log.stat().st_size if log.exists() else 0


def _since(log: Path, size: int) -> str:
    logged = log.read_bytes() if log.exists() else b""
    return logged[size if size <= len(logged) else 0 :].decode("utf-8", errors="replace")


def tool_failure(home: Home, text: str) -> ServerError:
    """Return the error for a tool of Neo4j's that did not do its work, from all it wrote."""
    return _known_failure(home, text) or _ended(home, text)


def _ended(home: Home, text: str) -> ServerError:
    return StartError(
        said(
            "Neo4j ended while it started: {words} Run the command again; if it ends the same way, put a copy of "
            "{root} in its place, or name another folder with WUJI_HOME and load again. All that it said is in "
            "{logs}.",
            words=_last_words(text),
            root=home.root,
            logs=home.logs,
        )
    )


def _known_failure(home: Home, text: str) -> ServerError | None:
    if _holds(text, _DISK):
        return disk_full(home.root, "WUJI_HOME")
    if _holds(text, _MEMORY):
        return StartError(
            said(
                "Neo4j did not get the memory it needs. Close other programs, or set WUJI_NEO4J_MEMORY to another "
                "size, such as 1g."
            )
        )
    if _holds(text, _PORT):
        return PortInUseError(
            said(
                "Another program took a port of Neo4j while it started. Try again, or set WUJI_BOLT_PORT and "
                "WUJI_HTTP_PORT to free ports."
            )
        )
    if _holds(text, _OTHER):
        return StartError(
            said(
                "Another Neo4j uses the data in {root}. Stop it, or name another folder with WUJI_HOME.", root=home.root
            )
        )
    if _holds(text, _USERS):
        users = enumerated(home.users)
        return StartError(
            said(
                "Neo4j cannot read its users: {words} Delete {credentials}, {users}: the next start makes a new "
                "password and keeps the graph. All that Neo4j said is in {logs}.",
                words=_last_words(text),
                credentials=home.credentials,
                users=users,
                logs=home.logs,
            )
        )
    return None


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in text for phrase in phrases)


def _last_words(text: str) -> object:
    """Return the innermost cause or, where none is given, the last errors or lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by: ")]
    errors = [line for line in lines if " ERROR " in line]
    last = causes[-1:] or (errors or lines)[-_LAST_LINES:]
    return " / ".join(last) or said("it said nothing.")
