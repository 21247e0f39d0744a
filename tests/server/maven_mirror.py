"""A Maven repository on this machine that serves the suite's cache, and misbehaves where it is told to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

Misdeed = Callable[["Handler", bytes], None]


@dataclass
class Mirror:
    """What is served, what was asked for, and what is done to the files whose name begins so."""

    repository: Path
    port: int = 0
    asked: list[str] = field(default_factory=list[str])
    misdeeds: dict[str, Misdeed] = field(default_factory=dict[str, Misdeed])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class Handler(BaseHTTPRequestHandler):
    mirror: Mirror

    def do_GET(self) -> None:
        name = self.path.rpartition("/")[2]
        if name.endswith(".sha1"):
            self.send_error(404)
            return
        self.mirror.asked.append(name)
        body = (self.mirror.repository / self.path[1:]).read_bytes()
        misdeed = next((deed for start, deed in self.mirror.misdeeds.items() if name.startswith(start)), whole)
        misdeed(self, body)

    def log_message(self, format: str, *args: object) -> None:
        del format, args


def whole(handler: Handler, body: bytes) -> None:
    announce(handler, body)
    handler.wfile.write(body)


def tampered(handler: Handler, body: bytes) -> None:
    whole(handler, body[:-1] + bytes([body[-1] ^ 1]))


def broken_off(handler: Handler, body: bytes) -> None:
    announce(handler, body)
    handler.wfile.write(body[: len(body) // 2])


def absent(handler: Handler, body: bytes) -> None:
    del body
    handler.send_error(404)


class Stalled:
    """Sends half of a file and then nothing until it is let go."""

    def __init__(self) -> None:
        self.reached = Event()
        self.let_go = Event()

    def __call__(self, handler: Handler, body: bytes) -> None:
        broken_off(handler, body)
        handler.wfile.flush()
        self.reached.set()
        self.let_go.wait()


def announce(handler: Handler, body: bytes) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()


def serve(mirror: Mirror) -> ThreadingHTTPServer:
    """Serve in the background on a port the system picks."""
    handler = type("BoundHandler", (Handler,), {"mirror": mirror})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    mirror.port = server.server_address[1]
    Thread(target=server.serve_forever, daemon=True).start()
    return server
