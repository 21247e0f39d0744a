"""Errors become RFC 9457 problem documents here, FastAPI's and Starlette's own included."""

import logging
from collections.abc import Mapping, Sequence
from typing import Literal, Self, cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import ErrorDetails
from starlette.exceptions import HTTPException

from api.errors import (
    INTERNAL,
    INVALID_REQUEST,
    METHOD_NOT_ALLOWED,
    NO_SUCH_ADDRESS,
    NOT_MODIFIED,
    RETRY_SECONDS,
    UNAVAILABLE,
    ApiError,
    BusyError,
    Fault,
    NotModifiedError,
    ParameterError,
    ProblemKind,
    kind_of,
)
from api.languages import in_own_language, language_headers
from api.segments import request_path
from api.soundness import soundness_of
from graph.errors import DamagedError, FilterError, GraphError, StartingError, StoppedError, UnavailableError
from graph.misfits import misfit
from words import said, sentences

MEDIA_TYPE = "application/problem+json"

_LOG = logging.getLogger("wuji.api")


class Problem(BaseModel):
    """What went wrong (RFC 9457): ``type`` is stable, ``detail`` says what to do, ``instance`` is the path asked for."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


class FaultDocument(BaseModel):
    """One thing that is wrong with a request: where it stands, its name, and what is expected of it."""

    model_config = ConfigDict(title="Fault")

    place: Literal["query", "path", "header"] = Field(serialization_alias="in")
    name: str
    message: str

    @classmethod
    def of(cls, fault: Fault) -> Self:
        """Return a fault as the document shows it."""
        return cls(place=fault.place, name=str(fault.name), message=str(fault.message))


class InvalidRequestProblem(Problem):
    """A request that cannot be understood as it stands; ``errors`` lists each fault."""

    errors: list[FaultDocument]


def problem(kind: ProblemKind, detail: object, *, instance: str) -> Problem:
    """Return the document of a problem, in the language of the moment; what its kind always says goes before the detail."""
    shown = str(detail if kind.detail is None else kind.detail)
    return Problem(type=kind.type, title=str(kind.title), status=kind.status, detail=shown, instance=instance)


def problem_response(
    kind: ProblemKind,
    detail: object,
    *,
    instance: str,
    headers: Mapping[str, str] | None = None,
    faults: list[Fault] | None = None,
) -> Response:
    """Return the answer that says a problem, in the language of the moment; nobody may keep it."""
    document = problem(kind, detail, instance=instance)
    if faults is not None:
        document = InvalidRequestProblem(**dict(document), errors=[FaultDocument.of(fault) for fault in faults])
    sent = {"Cache-Control": "no-store", **language_headers(), **(headers or {})}
    return Response(document.model_dump_json(by_alias=True), kind.status, sent, MEDIA_TYPE)


def add_error_handlers(app: FastAPI) -> None:
    """Have every error of the application answered as a problem document."""
    app.add_exception_handler(NotModifiedError, _not_modified)
    app.add_exception_handler(ApiError, _raised_error)
    app.add_exception_handler(GraphError, _raised_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unforeseen_error)


async def _not_modified(_request: Request, error: Exception) -> Response:
    return Response(status_code=NOT_MODIFIED, headers=cast("NotModifiedError", error).headers)


async def _raised_error(request: Request, error: Exception) -> Response:
    kind = kind_of(error)
    if isinstance(error, UnavailableError | StoppedError | DamagedError):
        # What comes back may be another store; the next question looks at it first.
        soundness_of(cast("FastAPI", request.app)).doubt(error)
    if isinstance(error, ParameterError):
        return _invalid(request, error.faults)
    if isinstance(error, FilterError):
        return _invalid(request, [Fault("query", name, message) for name, message in error.faults.items()])
    if kind.status < INTERNAL.status:
        return _answer(request, kind, error)
    # Whoever refuses for want of room says so himself, once for many; so does whoever waits for Neo4j.
    if not isinstance(error, BusyError | StartingError):
        # One line, though a driver's message may have more: the client is told what to do, the log what happened.
        _LOG.error("%s %s: %s", request.method, _path(request), " ".join(in_own_language(request.scope, error).split()))
    again = {"Retry-After": str(RETRY_SECONDS)} if kind.status == UNAVAILABLE.status else {}
    return _answer(request, kind, error, headers=again)


async def _validation_error(request: Request, error: Exception) -> Response:
    return _invalid(
        request,
        [_fault(found) for found in cast("Sequence[ErrorDetails]", cast("RequestValidationError", error).errors())],
    )


async def _http_error(request: Request, error: Exception) -> Response:
    raised = cast("HTTPException", error)
    if raised.status_code == NO_SUCH_ADDRESS.status:
        return _answer(request, NO_SUCH_ADDRESS, said("No route answers this address. /docs lists those that do."))
    if raised.status_code == METHOD_NOT_ALLOWED.status:
        detail = said("{method} is not answered here; everything is asked with GET or HEAD.", method=request.method)
        return _answer(request, METHOD_NOT_ALLOWED, detail, headers={"Allow": "GET, HEAD"})
    kind = ProblemKind(f"http-{raised.status_code}", raised.status_code, said("The request cannot be answered"))
    return _answer(request, kind, raised.detail, headers=raised.headers or {})


async def _unforeseen_error(request: Request, _error: Exception) -> Response:
    # The server logs the error itself, once and with its traceback, after this answer has gone out.
    return _answer(request, INTERNAL, "")


def _fault(found: ErrorDetails) -> Fault:
    place, name, *_ = cast('tuple[Literal["query", "path", "header"], str]', found["loc"])
    return Fault(place, name, said("{why}.", why=misfit(found)))


def _invalid(request: Request, faults: list[Fault]) -> Response:
    detail = sentences(said("Correct {name}: {fault}", name=fault.name, fault=fault.message) for fault in faults)
    return _answer(request, INVALID_REQUEST, detail, faults=faults)


def _answer(
    request: Request,
    kind: ProblemKind,
    detail: object,
    *,
    headers: Mapping[str, str] | None = None,
    faults: list[Fault] | None = None,
) -> Response:
    return problem_response(kind, detail, instance=_path(request), headers=headers, faults=faults)


def _path(request: Request) -> str:
    return request_path(request.scope)
