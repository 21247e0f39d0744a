"""Where a request begins and ends: what another program on the way could read otherwise is refused (request smuggling)."""

import re

import h11

MAX_HEAD_BYTES = 64 * 1024
"""Of a request's first line and headers. A text to search for, of 4,000 Chinese characters, takes 36,000."""

# Control characters, a CR or an LF without the other, and a header's value that goes on in the next line. h11 lets these pass.
_UNREADABLE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n|\Z)|(?<!\r)\n|\r\n[ \t]")


class StrictConnection(h11.Connection):
    """h11's reading of requests, refusing also what it would put right."""

    def __init__(self) -> None:
        super().__init__(h11.SERVER, MAX_HEAD_BYTES)
        self.fault: h11.RemoteProtocolError | None = None

    def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """Return what comes next; raise RemoteProtocolError for what is no request, and keep it as ``fault``."""
        try:
            return self._next_event()
        except h11.RemoteProtocolError as error:
            self.fault = error
            raise

    def _next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        if self.their_state is h11.IDLE:
            _check_head(self.trailing_data[0])
        event = super().next_event()
        if isinstance(event, h11.Request):
            _check_request(event)
        return event


def _check_head(received: bytes) -> None:
    # Without its end all that was received is of the head.
    head, _, _ = received.partition(b"\r\n\r\n")
    if len(head) > MAX_HEAD_BYTES:
        raise h11.RemoteProtocolError("the head is too long", error_status_hint=431)
    if _UNREADABLE.search(head):
        raise h11.RemoteProtocolError("a control character, a line without CR LF, or a folded header")


def _check_request(request: h11.Request) -> None:
    if request.http_version not in {b"1.0", b"1.1"}:
        raise h11.RemoteProtocolError("another version of HTTP")
    names = {name for name, _ in request.headers}
    if b"transfer-encoding" not in names:
        return
    if b"content-length" in names:
        raise h11.RemoteProtocolError("both Content-Length and Transfer-Encoding")
    if request.http_version == b"1.0":
        raise h11.RemoteProtocolError("Transfer-Encoding in HTTP/1.0")
