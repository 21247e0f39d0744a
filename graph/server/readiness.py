"""Asks a Neo4j over HTTP whether it serves its database to a user, and waits until it does, or until it never will."""

import base64
import json
import time
from enum import Enum, auto
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from typing import Any, NamedTuple

import psutil

from graph.errors import StartError
from graph.progress import Report, Step
from graph.server.configuration import addresses
from graph.server.credentials import Credentials, refused
from graph.server.failure import LogSizes, has_failed
from graph.server.home import Home
from graph.server.process import is_alive
from words import said

_SECONDS_TO_START = 300
_SECONDS_TO_ANSWER = 10
_SECONDS_BETWEEN_QUESTIONS = 0.05
_TITLE = said("Starting Neo4j")
# One that stopped at an error takes an empty batch, and refuses the least statement.
_LEAST = ["RETURN 1"]
_STATE = ["SHOW DATABASE neo4j YIELD statusMessage"]
_AWAY = "Neo.TransientError.General.DatabaseUnavailable"


class Outcome(Enum):
    """What became of a server that was waited for."""

    SERVES = auto()
    ENDED = auto()
    # The process runs and answers; its database did not start, or stopped at an error, and comes back by a restart alone.
    FAILED = auto()


class _Answer(Enum):
    NOT_YET = auto()
    READY = auto()
    REFUSED = auto()
    FAILED = auto()


def becomes_ready(
    home: Home, process: psutil.Process, credentials: Credentials, seen: LogSizes, *, report: Report
) -> Outcome:
    """Wait until the server serves this user, ends, or says or has logged that a database failed; return which.

    ``seen`` is how long its logs were before. Raises CredentialsError when it refuses the user, and StartError when it does none of it for a long time.
    """
    began, passed = time.monotonic(), 0.0
    _, address = addresses(home)
    while (answer := _ask(address, credentials)) is _Answer.NOT_YET:
        if not is_alive(process):
            return Outcome.ENDED
        if has_failed(home, seen):
            return Outcome.FAILED
        passed = time.monotonic() - began
        if passed > _SECONDS_TO_START:
            raise StartError(
                said(
                    "Neo4j is not ready after {passed:.0f} s and goes on. Look in {log}, and try again.",
                    passed=passed,
                    log=home.log,
                )
            )
        report(Step(_TITLE, round(passed, 1), None, "s"))
        time.sleep(_SECONDS_BETWEEN_QUESTIONS)
    if answer is _Answer.REFUSED:
        raise refused(home)
    if passed:
        report(Step(_TITLE, round(passed, 1), round(passed, 1), "s"))
    return Outcome.FAILED if answer is _Answer.FAILED else Outcome.SERVES


def _ask(address: str, credentials: Credentials) -> _Answer:
    """Ask once. HTTP is the last service Neo4j brings up, so Bolt is ready when it is."""
    heard = _post(address, credentials, "neo4j", _LEAST)
    if heard is None:
        return _Answer.NOT_YET
    if heard.status == HTTPStatus.UNAUTHORIZED:
        return _Answer.REFUSED
    if not heard.codes:
        return _Answer.READY if heard.status == HTTPStatus.OK else _Answer.NOT_YET
    if heard.codes == [_AWAY]:
        # It is still on its way up, or there is a message that says it failed.
        state = _post(address, credentials, "system", _STATE)
        return _Answer.FAILED if state is not None and any(state.values) else _Answer.NOT_YET
    return _Answer.FAILED if heard.codes[0].startswith("Neo.DatabaseError.") else _Answer.NOT_YET


class _Said(NamedTuple):
    """An answer of Neo4j over HTTP: its status, the codes of what went wrong, the first value of each row."""

    status: int
    codes: list[str]
    values: list[object]


def _post(address: str, credentials: Credentials, database: str, statements: list[str]) -> _Said | None:
    """Send statements to a database; return ``None`` when no answer comes."""
    # Not urllib: with a proxy set for the outside, that one would be asked for an address of this machine.
    connection = HTTPConnection(address, timeout=_SECONDS_TO_ANSWER)
    key = base64.b64encode(f"{credentials.user}:{credentials.password}".encode()).decode("ascii")
    headers = {"Authorization": f"Basic {key}", "Content-Type": "application/json"}
    body = json.dumps({"statements": [{"statement": statement} for statement in statements]})
    try:
        connection.request("POST", f"/db/{database}/tx/commit", body, headers)
        answer = connection.getresponse()
        return _said(answer.status, json.loads(answer.read() or b"{}"))
    except (OSError, HTTPException, ValueError):
        return None
    finally:
        connection.close()


def _said(status: int, document: dict[str, list[dict[str, Any]]]) -> _Said:
    rows = [row for result in document.get("results", []) for row in result["data"]]
    return _Said(status, [error["code"] for error in document.get("errors", [])], [row["row"][0] for row in rows])
