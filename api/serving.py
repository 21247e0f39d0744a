"""Serving the application: the address is taken first, so that a port in use is said before anything else is done."""

import errno
import socket
import sys
from typing import TYPE_CHECKING

from api.errors import ListenError

if TYPE_CHECKING:
    from fastapi import FastAPI

BACKLOG = 2048
"""How many may wait to be accepted."""
# What the system holds of an answer for one reader, beside what we do. Left alone it may be megabytes.
_SEND_BUFFER = 256 * 1024


def listening_socket(*, host: str, port: int) -> socket.socket:
    """Return a socket that listens on the address; raise ListenError when it cannot be had.

    Whoever connects before ``serve`` waits until it answers.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError) as error:
        raise ListenError(
            f"WUJI_HOST={host} is no address of this machine. Set it to one, such as 127.0.0.1."
        ) from error
    # Without the protocol asyncio does not know TCP in it, leaves out TCP_NODELAY, and each answer waits 40 ms.
    listener = socket.socket(family, kind, protocol)
    # On Windows this option lets two programs share a port; elsewhere it lets a restart take its own back at once.
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
    try:
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise ListenError(_why(error, host, port)) from error
    listener.setblocking(False)
    return listener


def serve(app: "FastAPI", listener: socket.socket) -> None:
    """Answer on a socket until the process is told to stop, then finish the requests at hand and close it.

    SIGINT and SIGTERM are raised again once that is done: SIGINT as KeyboardInterrupt.
    """
    # Here, and not above: every command takes this module, and few serve.
    from api.api_server import api_server
    from api.crowd import make_room

    make_room()
    with listener:
        api_server(app).run(sockets=[listener])


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use by another program. Stop it, or set WUJI_PORT to a free port."
    if error.errno == errno.EACCES:
        return f"Port {port} on {host} may not be used by this account. Set WUJI_PORT to one above 1023."
    return f"The API cannot listen on {host}:{port} ({error.strerror}). Set WUJI_HOST and WUJI_PORT to ones it can."
