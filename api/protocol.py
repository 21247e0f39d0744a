"""HTTP as uvicorn reads it, with an answer of ours to what it cannot read: such a request reaches no route."""

from http import HTTPStatus

from uvicorn.protocols.http.h11_impl import H11Protocol

from api.errors import MALFORMED_HTTP
from api.problems import MEDIA_TYPE, problem


class HttpProtocol(H11Protocol):
    """uvicorn's own protocol, which refuses a malformed request with a problem document."""

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
