"""Asks a Neo4j over HTTP whether it serves its database to a user, and waits until it does."""

import base64
import json
import time
from enum import Enum, auto
from http.client import HTTPConnection, HTTPException

import psutil

from graph.errors import StartError
from graph.progress import Report, Step
from graph.server.configuration import addresses
from graph.server.credentials import Credentials, refused
from graph.server.home import Home
from graph.server.process import is_alive

_SECONDS_TO_START = 300
_SECONDS_TO_ANSWER = 10
_SECONDS_BETWEEN_QUESTIONS = 0.05
_TITLE = "Starting Neo4j"
# An empty batch: the database opens a transaction for this user and closes it.
_PATH = "/db/neo4j/tx/commit"
_BODY = json.dumps({"statements": []})


class _Answer(Enum):
    NOT_YET = auto()
    READY = auto()
    REFUSED = auto()


_ANSWERS = {200: _Answer.READY, 401: _Answer.REFUSED}


def becomes_ready(home: Home, process: psutil.Process, credentials: Credentials, *, report: Report) -> bool:
    """Wait until the server serves this user; return whether it did, rather than end.

    Raises CredentialsError when it refuses the user, and StartError when it does neither for a long time.
    """
    began, passed = time.monotonic(), 0.0
    _, address = addresses(home)
    while (answer := _ask(address, credentials)) is _Answer.NOT_YET:
        if not is_alive(process):
            return False
        passed = time.monotonic() - began
        if passed > _SECONDS_TO_START:
            raise StartError(f"Neo4j is not ready after {passed:.0f} s and goes on. Look in {home.log}, and try again.")
        report(Step(_TITLE, round(passed, 1), None, "s"))
        time.sleep(_SECONDS_BETWEEN_QUESTIONS)
    if answer is _Answer.REFUSED:
        raise refused(home)
    if passed:
        report(Step(_TITLE, round(passed, 1), round(passed, 1), "s"))
    return True


def _ask(address: str, credentials: Credentials) -> _Answer:
    """Ask once. HTTP is the last service Neo4j brings up, so Bolt is ready when it is."""
    # Not urllib: with a proxy set for the outside, that one would be asked for an address of this machine.
    connection = HTTPConnection(address, timeout=_SECONDS_TO_ANSWER)
    key = base64.b64encode(f"{credentials.user}:{credentials.password}".encode()).decode("ascii")
    headers = {"Authorization": f"Basic {key}", "Content-Type": "application/json"}
    try:
        connection.request("POST", _PATH, _BODY, headers)
        return _ANSWERS.get(connection.getresponse().status, _Answer.NOT_YET)
    except (OSError, HTTPException):
        return _Answer.NOT_YET
    finally:
        connection.close()
