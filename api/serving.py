"""Serving the application: the address is taken first, so that a port in use is said before anything else is done."""

import errno
import socket
import sys
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from api.errors import ListenError
from words import Language, Said, said, speaking

if TYPE_CHECKING:
    from fastapi import FastAPI

    from api.api_server import ApiServer

BACKLOG = 2048
"""How many may wait to be accepted."""
# What the system holds of an answer for one reader, beside what we do. Left alone it may be megabytes.
_SEND_BUFFER = 256 * 1024
_SECONDS_BETWEEN_LOOKS = 1.0
# More than the requests at hand are given.
_SECONDS_TO_END = 15.0


def listening_socket(*, host: str, port: int) -> socket.socket:
    """Return a socket that listens on the address; raise ListenError when it cannot be had.

    Whoever connects before it is served waits until it answers.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError) as error:
        raise ListenError(
            said("WUJI_HOST={host} is no address of this machine. Set it to one, such as 127.0.0.1.", host=host)
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


class Serving:
    """An application that answers on a socket, in a thread of its own, from now on.

    ``make`` makes it there: whoever serves goes on with what else there is to do. Whoever asks for no language is answered in
    ``language``. No lock is taken to end it: an interrupt may have broken whoever ends it off with any lock in its hands.
    """

    def __init__(self, make: Callable[[], "FastAPI"], listener: socket.socket, language: Language) -> None:
        self._made: Future[FastAPI] = Future()
        self._server: ApiServer | None = None
        self._is_told = False
        self._fault: BaseException | None = None
        self._thread = Thread(target=self._serve, args=(make, listener, language), name="serving", daemon=True)
        self._thread.start()

    def app(self) -> "FastAPI":
        """Return the application once it is made; raise what stood against it."""
        return self._made.result()

    def wait(self, told: "SimpleQueue[int]") -> int:
        """Return the number of the signal that tells it to end; raise the fault that ends it unasked."""
        while self._thread.is_alive():
            # With a time: Windows hears of Ctrl-C between two waits alone.
            with suppress(Empty):
                return told.get(timeout=_SECONDS_BETWEEN_LOOKS)
        raise self._fault or RuntimeError("The API stopped serving without having been told to.")

    def end(self) -> None:
        """Accept nothing more, finish the requests at hand, and give the address back."""
        self._is_told = True
        if self._server is not None:
            self._server.should_exit = True
        self._thread.join(_SECONDS_TO_END)

    def _serve(self, make: Callable[[], "FastAPI"], listener: socket.socket, language: Language) -> None:
        # All that is done for requests begins in this context.
        with speaking(language):
            self._work(make, listener)

    def _work(self, make: Callable[[], "FastAPI"], listener: socket.socket) -> None:
        try:
            # Here, and not above: every command takes this module, and few serve.
            from api.api_server import api_server
            from api.crowd import make_room

            make_room()
            app = make()
            server = self._server = api_server(app)
            self._made.set_result(app)
            with listener:
                if not self._is_told:
                    server.run(sockets=[listener])
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it is waited for
            self._fault = error
            if not self._made.done():
                self._made.set_exception(error)


@contextmanager
def serving(
    make: Callable[[], "FastAPI"], listener: socket.socket, *, language: Language = Language.EN
) -> Generator[Serving]:
    """Have an application answer on a socket for the length of a block; at its end the requests at hand are finished.

    Whoever asks for no language is answered in this one.
    """
    begun = Serving(make, listener, language)
    try:
        yield begun
    finally:
        begun.end()


def _why(error: OSError, host: str, port: int) -> Said:
    if error.errno == errno.EADDRINUSE:
        return said(
            "Port {port} on {host} is in use by another program. Stop it, or set WUJI_PORT to a free port.",
            port=port,
            host=host,
        )
    if error.errno == errno.EACCES:
        return said(
            "Port {port} on {host} may not be used by this account. Set WUJI_PORT to one above 1023.",
            port=port,
            host=host,
        )
    return said(
        "The API cannot listen on {host}:{port} ({why}). Set WUJI_HOST and WUJI_PORT to ones it can.",
        host=host,
        port=port,
        why=error.strerror,
    )
