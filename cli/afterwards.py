"""What a program that serves does once it answers: it asks the first questions, and makes later starts quicker.

None of it is waited for. It goes on one thing at a time, rests as long as each took, and stops when it is told.
"""

import http.client
import socket
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from threading import Event, Thread

import click

from cli.connection import GraphConnection
from graph.errors import GraphError
from graph.server import jars_of, make_archive
from graph.settings import Settings
from graph.warming import warming
from words import said

_SECONDS_TO_STOP = 2.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not bound


@contextmanager
def afterwards(settings: Settings, connected: GraphConnection, listener: socket.socket) -> Generator[None]:
    """Do it beside the block, which serves on the socket; what is at hand at the block's end is broken off."""
    stopped = Event()
    # In the context of this thread, that it speaks its language.
    work = Thread(
        target=copy_context().run, args=(_work, settings, connected, listener.getsockname(), stopped), daemon=True
    )
    work.start()
    try:
        yield
    finally:
        stopped.set()
        # A question at hand ends with its connection, which whoever opened it closes.
        work.join(_SECONDS_TO_STOP)


def _work(settings: Settings, connected: GraphConnection, address: tuple[str, int], stopped: Event) -> None:
    if not _answers(address[0], address[1]):
        return
    try:
        _warm(connected, stopped)
    except GraphError as error:
        if not stopped.is_set():
            click.echo(said("Warning: {error}", error=error), err=True)
    if connected.server is not None and not stopped.is_set():
        make_archive(settings, jars_of(settings), stopped=stopped)


def _warm(connected: GraphConnection, stopped: Event) -> None:
    began = time.monotonic()
    for _ in warming(connected.engine):
        # As long a rest as the question took: half of the time is everybody else's.
        if stopped.wait(time.monotonic() - began):
            return
        began = time.monotonic()


def _answers(host: str, port: int) -> bool:
    """Wait for the first answer, which is given to a question of our own; return whether it came."""
    connection = http.client.HTTPConnection(_EVERYWHERE.get(host, host), port)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/healthz/live")
        return connection.getresponse().status == 200
    return False
