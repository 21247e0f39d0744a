"""The managed Neo4j's password: generated once, in a file that only its owner can read."""

import json
import secrets
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import CredentialsError
from graph.server.failure import tool_failure
from graph.server.home import PRIVATE_UMASK, Home, write_private, writing
from graph.server.java import admin_command, environment, java_failure
from words import also, said

_USER = "neo4j"
_ASIDE = "password-"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user of Neo4j and the password."""

    user: str
    password: str = field(repr=False)


def read(home: Home) -> Credentials:
    """Return the credentials of a home; raise CredentialsError when their file is gone or garbled."""
    try:
        fields = json.loads(home.credentials.read_text(encoding="utf-8"))
        return Credentials(user=str(fields["user"]), password=str(fields["password"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise refused(home) from error


def refused(home: Home) -> CredentialsError:
    """Return the error for a store that has another password than the file."""
    users = also(home.users)
    return CredentialsError(
        said(
            "The password in {credentials} is not the one of the Neo4j beside it. Put the right one back there; "
            "or, after `wuji neo4j stop`, delete that file, {users}: the next start makes a new password and "
            "keeps the graph.",
            credentials=home.credentials,
            users=users,
        )
    )


def establish(home: Home, jars: Sequence[Path]) -> Credentials:
    """Return the credentials a start uses, making them when the store has no users yet.

    Until it has, they are set at each start: a start killed between the file and the store leaves nothing amiss.
    """
    if home.users[0].exists():
        return read(home)
    if not home.credentials.exists():
        _write(home, Credentials(_USER, new_password()))
    credentials = read(home)
    _set_initial_password(home, jars, credentials.password)
    return credentials


def _write(home: Home, credentials: Credentials) -> None:
    """Write the file aside, then give it its name in one step."""
    aside = home.credentials.with_suffix(".new")
    with writing(home.root, "WUJI_HOME"):
        write_private(aside, json.dumps(asdict(credentials)))
        aside.replace(home.credentials)


def _set_initial_password(home: Home, jars: Sequence[Path], password: str) -> None:
    """Give the store its first password: Neo4j's own tool makes the file for it aside, and a rename puts it in place.

    The tool goes on for a while when the command that ran it is killed; aside, it is in nobody's way.
    """
    with writing(home.root, "WUJI_HOME"):
        for left in home.run.glob(f"{_ASIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        home.first_password.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=home.run, prefix=_ASIDE, ignore_cleanup_errors=True) as folder:
            aside = Home(Path(folder))
            outcome = _run_tool(aside, jars, password)
            if outcome.returncode:
                raise tool_failure(home, outcome.stdout + outcome.stderr)
            aside.first_password.replace(home.first_password)


def _run_tool(aside: Home, jars: Sequence[Path], password: str) -> subprocess.CompletedProcess[str]:
    command = admin_command(aside, jars, "dbms", "set-initial-password", password)
    try:
        return subprocess.run(  # noqa: S603 - our own Java, our own arguments
            command,
            env=environment(aside),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            umask=PRIVATE_UMASK,
        )
    except OSError as error:
        raise java_failure(error) from error


def new_password() -> str:
    """Return a password nobody can guess, of letters and digits alone: Neo4j's tool reads a leading dash as an option."""
    return secrets.token_hex(12)
