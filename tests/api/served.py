"""The application over a real socket, beside the test."""

import threading
from collections.abc import Generator
from contextlib import contextmanager

from fastapi import FastAPI

from api.api_server import api_server
from api.protocol import HttpProtocol
from api.serving import listening_socket


@contextmanager
def served(app: FastAPI, protocol: type[HttpProtocol] = HttpProtocol) -> Generator[str]:
    """Serve an application in a thread, and give the host and port it answers at."""
    listener = listening_socket(host="127.0.0.1", port=0)
    server = api_server(app, protocol)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
