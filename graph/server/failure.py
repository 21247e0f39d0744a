"""Reads in Java's and Neo4j's last words why a start failed, and says what to do."""

from graph.errors import PortInUseError, ServerError, StartError
from graph.server.home import Home, disk_full

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


def log_size(home: Home) -> int:
    """Return the bytes of Neo4j's log, to be told from what a start adds."""
    return home.log.stat().st_size if home.log.exists() else 0


def words_since(home: Home, size: int) -> str:
    """Return what Java printed and what Neo4j has logged since its log had that size; all of it if it was rotated."""
    console = home.console.read_text(encoding="utf-8", errors="replace")
    logged = home.log.read_bytes() if home.log.exists() else b""
    return console + logged[size if size <= len(logged) else 0 :].decode("utf-8", errors="replace")


def start_failure(home: Home, text: str) -> ServerError:
    """Return the error for a Java program that ended, from all it wrote since it began."""
    if _holds(text, _DISK):
        return disk_full(home.root, "WUJI_HOME")
    if _holds(text, _MEMORY):
        return StartError(
            "Neo4j did not get the memory it needs. Close other programs, or set WUJI_NEO4J_MEMORY to another size, "
            "such as 1g."
        )
    if _holds(text, _PORT):
        return PortInUseError(
            "Another program took a port of Neo4j while it started. Try again, or set WUJI_BOLT_PORT and "
            "WUJI_HTTP_PORT to free ports."
        )
    if _holds(text, _OTHER):
        return StartError(
            f"Another Neo4j uses the data in {home.root}. Stop it, or name another folder with WUJI_HOME."
        )
    return StartError(f"Neo4j ended while it started: {_last_words(text)} All of it is in {home.logs}.")


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in text for phrase in phrases)


def _last_words(text: str) -> str:
    """Return the innermost cause or, where none is given, the last errors or lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by: ")]
    errors = [line for line in lines if " ERROR " in line]
    last = causes[-1:] or (errors or lines)[-_LAST_LINES:]
    return " / ".join(last) or "it said nothing."
