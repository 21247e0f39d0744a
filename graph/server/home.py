"""Where a home folder keeps what its Neo4j needs, and how a folder that cannot be written is told."""

import errno
import os
import stat
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from graph.errors import HomeError
from graph.settings import Settings
from words import said

# A quota and a file-size limit stop a program as a full disk does, and are cured alike.
FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
PRIVATE_UMASK = -1 if sys.platform == "win32" else _OTHERS
"""With it a program writes what its owner alone can read; Windows has no such thing."""


@dataclass(frozen=True, slots=True)
class Home:
    """The paths under one ``WUJI_HOME``, all absolute; its root is Neo4j's own home folder as well."""

    root: Path

    @property
    def configuration(self) -> Path:
        """The folder Neo4j reads its settings from; written anew at each start."""
        return self.root / "conf"

    @property
    def logs(self) -> Path:
        """The folder of every log."""
        return self.root / "logs"

    @property
    def log(self) -> Path:
        """Neo4j's own log, which it rotates."""
        return self.logs / "neo4j.log"

    @property
    def debug_log(self) -> Path:
        """Neo4j's log for those who look for a cause: why a database did not start, when the server did."""
        return self.logs / "debug.log"

    @property
    def console(self) -> Path:
        """What Java itself printed since the last start: why it refused, when it refused."""
        return self.logs / "java.log"

    @property
    def run(self) -> Path:
        """The folder of what holds for one run: the process record, the lock, Java's arguments."""
        return self.root / "run"

    @property
    def process_record(self) -> Path:
        """The pid of the server, and when that process began."""
        return self.run / "process.json"

    @property
    def lock(self) -> Path:
        """Held by the command that starts or stops the server."""
        return self.run / "server.lock"

    @property
    def data(self) -> Path:
        """The folder of the store."""
        return self.root / "data"

    @property
    def graph(self) -> Path:
        """The folder of the graph's own database; there is none before the first start."""
        return self.data / "databases" / "neo4j"

    @property
    def first_password(self) -> Path:
        """Where a Neo4j without users looks for the first one's password, which it keeps as a hash."""
        return self.data / "dbms" / "auth.ini"

    @property
    def users(self) -> tuple[Path, Path]:
        """The two folders of the ``system`` database: in Community it holds the users and nothing else of value."""
        return self.data / "databases" / "system", self.data / "transactions" / "system"

    @property
    def credentials(self) -> Path:
        """The generated password, readable by its owner alone."""
        return self.root / "credentials.json"

    def create(self) -> None:
        """Make the folders, and all in them private; raise HomeError when one cannot be."""
        with writing(self.root, "WUJI_HOME"):
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not any(self.root.iterdir()):
                # A home within a checkout holds a password and a city's data; a folder with a life of its own keeps its rules.
                make_private(self.root)
                write_private(self.root / ".gitignore", "# Made by wuji.\n*\n")
            for folder in (self.configuration, self.data, self.logs, self.run):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                # What a city loads is nobody else's on this machine, whoever made the folder, and with whatever wuji.
                make_private(folder)
                for place, folders, names in os.walk(folder):
                    for name in (*folders, *names):
                        make_private(Path(place, name))


def home_of(settings: Settings) -> Home:
    """Return the home the settings name."""
    return Home(settings.home.expanduser().resolve())


def write_private(path: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write a file that nobody but its owner can read, not even before it is complete; all of it or, on OSError, none.

    On Windows its folder's access rules decide, as they do for every file of a user.
    """
    path.unlink(missing_ok=True)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding=encoding) as file:
            file.write(text)
    except OSError:
        # A half of it would be taken for the whole.
        path.unlink(missing_ok=True)
        raise


def make_private(path: Path) -> None:
    """Take from everybody but its owner what they may do with a file or folder; what has gone meanwhile is let go.

    On Windows its folder's access rules decide.
    """
    if sys.platform == "win32":
        return
    with suppress(FileNotFoundError, PermissionError):
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & _OTHERS and not path.is_symlink():
            path.chmod(mode & ~_OTHERS)


@contextmanager
def writing(folder: Path, variable: str) -> Generator[None]:
    """Raise what the system says against writing in ``folder`` as a HomeError that names the variable to change."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise disk_full(folder, variable) from error
        raise HomeError(
            said(
                "{folder} cannot be written: {why}. Make it writable, or name another folder with {variable}.",
                folder=folder,
                why=error.strerror or error,
                variable=variable,
            )
        ) from error


def disk_full(folder: Path, variable: str) -> HomeError:
    """Return the error for a disk, quota or size limit that left no room in ``folder``."""
    return HomeError(
        said(
            "The disk of {folder} is full. Free some space and try again, or name another with {variable}.",
            folder=folder,
            variable=variable,
        )
    )
