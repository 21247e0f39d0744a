"""Every error as an RFC 9457 problem document: the one place where an HTTP status is spelled.

::

    ApiError
    ├── ParameterError      a query parameter is unknown, repeated, or not of this list
    ├── NotModifiedError    no failure: the client's copy is current
    ├── NotReadyError       no data set is loaded to its end
    ├── BusyError           too much is asked at once, by all or by one client
    └── ListenError         the API cannot have the address it should listen on
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Literal

from graph.errors import (
    CredentialsError,
    DamagedError,
    FilterError,
    MalformedError,
    NoRevisionError,
    NotFoundError,
    StartingError,
    StoppedError,
    StorageError,
    TooLargeError,
    TooSlowError,
    UnavailableError,
    UnsupportedError,
)
from words import Said, said, sentences

RETRY_SECONDS = 5
NOT_MODIFIED = HTTPStatus.NOT_MODIFIED


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a request: where it stands, its name, and what is expected of it."""

    place: Literal["query", "path", "header"]
    name: Said | str
    message: Said


class ApiError(Exception):
    """The root: its text is one or two sentences that say what happened and what to do, in the language of the moment."""

    def __init__(self, words: Said | str = "") -> None:
        super().__init__(words)


class ParameterError(ApiError):
    """Query parameters that are unknown, repeated, or not for this list."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(sentences(fault.message for fault in faults))
        self.faults = list(faults)


class NotModifiedError(ApiError):
    """The client's copy is current; ``headers`` go out with the answer that says so."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__(said("The copy is current."))
        self.headers = dict(headers)


class MovedError(Exception):
    """The graph was written to while an answer was read; the question is to be asked once more.

    It is no ApiError: whoever turns those into answers must let it pass.
    """


class NotReadyError(ApiError):
    """The graph holds no data set that was loaded to its end."""


class BusyError(ApiError):
    """Too much is asked at once: there is no place for a question of that weight, and no room to wait for one."""


class ListenError(ApiError):
    """The API cannot have the address it should listen on: the port is in use, or not this machine's to give."""


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its name within ``urn:wuji:problem:``, its status and its title."""

    name: str
    status: int
    title: Said
    detail: Said | None = None
    """What is said instead of the error's own text, which may name addresses inside."""

    @property
    def type(self) -> str:
        """The stable URI of the kind; a URN, so that no program tries to load it."""
        return f"urn:wuji:problem:{self.name}"


NOT_FOUND = ProblemKind("not-found", HTTPStatus.NOT_FOUND, said("No such entity"))
NO_SUCH_ADDRESS = ProblemKind("no-such-address", HTTPStatus.NOT_FOUND, said("Nothing is served here"))
METHOD_NOT_ALLOWED = ProblemKind("method-not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, said("Method not allowed"))
INVALID_REQUEST = ProblemKind("invalid-request", HTTPStatus.UNPROCESSABLE_ENTITY, said("Invalid request"))
MALFORMED_HTTP = ProblemKind(
    "malformed-http",
    HTTPStatus.BAD_REQUEST,
    said("This is no HTTP request"),
    said(
        "The request is not as HTTP has it. Most often its address holds Chinese text, a space or another "
        "character as it is: percent-encode it, as curl -G --data-urlencode does."
    ),
)
HEAD_TOO_LARGE = ProblemKind(
    "head-too-large",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    said("The address or the headers are too long"),
    said(
        "A request's first line and headers may have 64 kilobytes in all. Ask for less in one address, or "
        "send fewer headers."
    ),
)
CROWDED = ProblemKind(
    "too-many-requests-at-hand",
    HTTPStatus.SERVICE_UNAVAILABLE,
    said("Too many ask at once"),
    said(
        "wuji holds as many connections as it may, in all or of your address. Try again in {seconds} seconds.",
        seconds=RETRY_SECONDS,
    ),
)
FOREIGN_HOST = ProblemKind("foreign-host", HTTPStatus.MISDIRECTED_REQUEST, said("This is not the host that was asked"))
TOO_LARGE = ProblemKind("too-large", HTTPStatus.UNPROCESSABLE_ENTITY, said("The answer would be too large"))
UNAVAILABLE = ProblemKind(
    "unavailable",
    HTTPStatus.SERVICE_UNAVAILABLE,
    said("The graph cannot be reached"),
    said("Neo4j does not answer just now. Try again in {seconds} seconds.", seconds=RETRY_SECONDS),
)
STARTING = replace(
    UNAVAILABLE,
    detail=said(
        "wuji is starting: Neo4j does not answer yet, or the graph is being made ready. Try again in "
        "{seconds} seconds.",
        seconds=RETRY_SECONDS,
    ),
)
NOT_LET_IN = replace(
    UNAVAILABLE,
    detail=said(
        "Neo4j does not let wuji in any more, or is another one than before. Whoever runs wuji: stop it, run "
        "'wuji status', which says what to do, and start it again."
    ),
)
NO_ROOM = replace(
    UNAVAILABLE,
    detail=said(
        "Neo4j has no disk or memory left. Free some of it, then try again in {seconds} seconds.", seconds=RETRY_SECONDS
    ),
)
STOPPED = replace(
    UNAVAILABLE,
    detail=said(
        "The database of Neo4j stopped at an error, most often of a full disk. Make room on the disk, then "
        "run any wuji command, such as 'wuji neo4j start', which starts it again; one of your own, start "
        "again yourself."
    ),
)
DAMAGED = ProblemKind("damaged-graph", HTTPStatus.SERVICE_UNAVAILABLE, said("The graph is damaged"))
TOO_SLOW = ProblemKind(
    "too-slow",
    HTTPStatus.SERVICE_UNAVAILABLE,
    said("The graph was too slow"),
    said("Neo4j did not finish in time. Ask for less, or try again in {seconds} seconds.", seconds=RETRY_SECONDS),
)
NOT_LOADED = ProblemKind(
    "not-loaded",
    HTTPStatus.SERVICE_UNAVAILABLE,
    said("The graph is not loaded"),
    said(
        "No data set was loaded to its end yet. Load one with 'wuji seed', which also finishes a load that "
        "was stopped, then try again."
    ),
)
BUSY = ProblemKind(
    "busy",
    HTTPStatus.SERVICE_UNAVAILABLE,
    said("Too much is asked at once"),
    said(
        "Others ask as much at this moment as can be answered. Try again in {seconds} seconds, or ask for "
        "less: a smaller page, or a smaller area.",
        seconds=RETRY_SECONDS,
    ),
)
MALFORMED = ProblemKind(
    "malformed-graph", HTTPStatus.INTERNAL_SERVER_ERROR, said("The graph holds what wuji never writes")
)
INTERNAL = ProblemKind(
    "internal",
    HTTPStatus.INTERNAL_SERVER_ERROR,
    said("An error of the program"),
    said("Something went wrong in wuji itself; its log says what. Please report it."),
)

_KINDS: dict[type[Exception], ProblemKind] = {
    ParameterError: INVALID_REQUEST,
    NotFoundError: NOT_FOUND,
    FilterError: INVALID_REQUEST,
    TooLargeError: TOO_LARGE,
    UnavailableError: UNAVAILABLE,
    StartingError: STARTING,
    CredentialsError: NOT_LET_IN,
    UnsupportedError: NOT_LET_IN,
    StorageError: NO_ROOM,
    StoppedError: STOPPED,
    DamagedError: DAMAGED,
    TooSlowError: TOO_SLOW,
    MalformedError: MALFORMED,
    NoRevisionError: NOT_LOADED,
    NotReadyError: NOT_LOADED,
    BusyError: BUSY,
}


def kind_of(error: Exception) -> ProblemKind:
    """Return the kind of problem an error of the domain or of the API is; an unforeseen one is the program's own."""
    return next((_KINDS[cause] for cause in type(error).__mro__ if cause in _KINDS), INTERNAL)
