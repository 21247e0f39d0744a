"""HTTP as uvicorn reads it, with an answer of ours to what it cannot read: such a request reaches no route."""

import asyncio
from http import HTTPStatus

from uvicorn.protocols.http.h11_impl import H11Protocol

from api.errors import MALFORMED_HTTP
from api.problems import MEDIA_TYPE, problem


class HttpProtocol(H11Protocol):
    """uvicorn's own protocol, which refuses a malformed request with a problem document.

    It also closes a connection that takes longer than ``request_seconds`` over a request: whoever sends one byte now and
    then would keep it for ever, and a process has only so many. An answer may take as long as it takes.
    """

    request_seconds = 30.0
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - as uvicorn has it
        """Wait for the first request."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take in a part of a request."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """Wait for the next request, or the rest of this one's body."""
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._unwatch()

    def _watch(self) -> None:
        if self.cycle and not self.cycle.response_complete:
            self._unwatch()
        elif self._deadline is None and not self.transport.is_closing():
            self._deadline = self.loop.call_later(self.request_seconds, self.transport.close)

    def _unwatch(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words, in plain text
        """Answer with what to do, and close the connection: where the next request begins cannot be known."""
        # Amid an answer, as when the request's body turns malformed, a second one would be read as a part of the first.
        is_amid = self.cycle and self.cycle.response_started and not self.cycle.response_complete
        if not is_amid:
            self.transport.write(_answer())
        self.transport.close()


def _answer() -> bytes:
    # What was asked for could not be read: the empty reference stands for it.
    body = problem(MALFORMED_HTTP, "", instance="").model_dump_json().encode()
    status = HTTPStatus(MALFORMED_HTTP.status)
    head = (
        f"HTTP/1.1 {int(status)} {status.phrase}",
        f"content-type: {MEDIA_TYPE}",
        f"content-length: {len(body)}",
        "cache-control: no-store",
        "connection: close",
    )
    return "\r\n".join((*head, "", "")).encode() + body
