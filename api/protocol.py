"""HTTP as uvicorn reads it, with an answer of ours to what it cannot read: such a request reaches no route."""

import asyncio
import logging
from http import HTTPStatus
from typing import Any, cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from api.crowd import crowd_of
from api.errors import CROWDED, HEAD_TOO_LARGE, MALFORMED_HTTP, RETRY_SECONDS, ProblemKind
from api.framing import StrictConnection
from api.headers import CAREFUL_HEADERS
from api.languages import asked_language, language_headers
from api.problems import MEDIA_TYPE, problem, problem_response
from api.segments import request_path
from words import Said, language, said, speaking

# What uvicorn warns of is said in lines of ours, which are bounded; what fails within an application it logs as before.
_SERVER_LOG = logging.getLogger("wuji.server")
_RETRY = {"Retry-After": str(RETRY_SECONDS)}


class HttpProtocol(H11Protocol):
    """uvicorn's own protocol, which refuses a malformed request with a problem document, and nobody may wear out.

    It closes a connection that takes longer than ``request_seconds`` over a request: whoever sends one byte now and then
    would keep it for ever, and a process has only so many. It drops one that takes in less than ``least_read_bytes`` of
    its answer within ``reading_seconds``. Making an answer may take as long as it takes.
    """

    request_seconds = 30.0
    reading_seconds = 15.0
    least_read_bytes = 64 * 1024
    unread_bytes = 128 * 1024 * 1024
    """How much of answers is held for readers, in all, before the slowest of them is dropped."""
    most_connections: int | None = None
    """Of the server: as many as the process's files have room for, unless it is said here."""
    most_each: int | None = None
    """Of one client: half of those, unless it is said here."""
    _deadline: asyncio.TimerHandle | None = None
    _look: asyncio.TimerHandle | None = None
    _unsent_before = 0
    _has_moved = False

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.conn = self._framing = StrictConnection()
        _SERVER_LOG.setLevel(logging.ERROR)
        self.logger = _SERVER_LOG
        self._crowd = crowd_of(
            server_state,
            self.loop,
            most=self.most_connections,
            most_each=self.most_each,
            unread_bytes=self.unread_bytes,
        )
        self._application = self.app
        self.app = self._answer

    @property
    def unsent(self) -> int:
        """How many bytes of its answers wait for the client to take them."""
        return self.transport.get_write_buffer_size()

    def connection_made(self, transport: asyncio.Transport) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - as uvicorn has it
        """Wait for the first request, or say at once that there are too many to wait."""
        super().connection_made(transport)
        self._look = self.loop.call_later(self.reading_seconds, self._look_at_reader)
        if self._crowd.enters(self):
            self._watch()
            return
        self._crowd.log.note(self.client, said("was refused a connection: there are too many"))
        self.transport.write(_raw_answer(CROWDED, _RETRY))
        self.transport.close()

    def data_received(self, data: bytes) -> None:
        """Take in a part of a request."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """Wait for the next request, or the rest of this one's body."""
        self._has_moved = True
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """Make no more answers until this one is taken; see that all that wait to be taken are not too much."""
        super().pause_writing()
        self._crowd.unread[self] = None
        self._crowd.bound_unread()

    def resume_writing(self) -> None:
        """Go on: the client has taken in most of what there was."""
        super().resume_writing()
        self._has_moved = True
        self._crowd.unread.pop(self, None)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._unwatch()
        self._crowd.leave(self)
        self._crowd.unread.pop(self, None)
        if self._look is not None:
            self._look.cancel()

    def drop(self, why: Said | None = None) -> None:
        """Let the connection go at once, with what was not taken; say ``why`` in the log, if that is not plain."""
        if why is not None:
            self._crowd.log.note(self.client, why)
        self._unwatch()
        self._crowd.unread.pop(self, None)
        self._crowd.leave(self)
        self.connections.discard(self)
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words, in plain text
        """Answer with what to do, and close the connection: where the next request begins cannot be known."""
        fault = self._framing.fault
        self._crowd.log.note(self.client, said("sent a malformed request, which was refused: {fault}", fault=fault))
        # Amid an answer, as when the request's body turns malformed, a second one would be read as a part of the first.
        is_amid = self.cycle and self.cycle.response_started and not self.cycle.response_complete
        if not is_amid:
            is_long = fault is not None and fault.error_status_hint == HEAD_TOO_LARGE.status
            self.transport.write(_raw_answer(HEAD_TOO_LARGE if is_long else MALFORMED_HTTP))
        self.transport.close()

    def _watch(self) -> None:
        if self.cycle and not self.cycle.response_complete:
            self._unwatch()
        elif self._deadline is None and not self.transport.is_closing():
            self._deadline = self.loop.call_later(self.request_seconds, self.transport.close)
            self._crowd.waiting[self] = None

    def _unwatch(self) -> None:
        self._crowd.waiting.pop(self, None)
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _look_at_reader(self) -> None:
        """See whether the client took in enough since the last look; also of a connection that only waits to be closed."""
        taken = self._unsent_before - self.unsent
        if self._unsent_before and self.unsent and not self._has_moved and taken < self.least_read_bytes:
            self.drop(said("did not take in its answer: dropped"))
            return
        self._unsent_before, self._has_moved = self.unsent, False
        self._look = self.loop.call_later(self.reading_seconds, self._look_at_reader)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask the application, unless there is too much at hand; whether wuji runs is told all the same."""
        if self._crowd.is_busy(self) and not cast("str", scope["path"]).startswith("/healthz/"):
            self._crowd.log.note(self.client, said("was refused an answer: there is too much at hand"))
            headers = {**CAREFUL_HEADERS, **_RETRY, "Connection": "close"}
            with speaking(asked_language(scope) or language()):
                refusal = problem_response(CROWDED, "", instance=request_path(scope), headers=headers)
            await refusal(scope, receive, send)
            return
        await cast("ASGIApp", self._application)(scope, receive, send)


def _raw_answer(kind: ProblemKind, headers: dict[str, str] | None = None) -> bytes:
    # What was asked for could not be read: the empty reference stands for it.
    body = problem(kind, "", instance="").model_dump_json().encode()
    status = HTTPStatus(kind.status)
    said = {
        "Content-Type": MEDIA_TYPE,
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
        "Connection": "close",
        **CAREFUL_HEADERS,
        **language_headers(),
        **(headers or {}),
    }
    lines = (f"{name.lower()}: {value}" for name, value in said.items())
    return "\r\n".join((f"HTTP/1.1 {int(status)} {status.phrase}", *lines, "", "")).encode() + body
