"""The API of a program that serves: it is there before its graph is, and says so until then."""

import logging
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager
from queue import SimpleQueue

from api.serving import Serving, serving
from cli.afterwards import afterwards
from cli.connection import GraphConnection
from graph.engines.awaited import AwaitedEngine
from graph.errors import DamagedError
from graph.settings import Settings
from words import Language


class Answering:
    """The API on a socket, and the graph it answers from once that is there."""

    def __init__(self, settings: Settings, listener: socket.socket, served: Serving, graph: AwaitedEngine) -> None:
        self._settings = settings
        self._listener = listener
        self._served = served
        self._graph = graph

    def answer_from(self, connected: GraphConnection, *, damage: DamagedError | None, told: "SimpleQueue[int]") -> None:
        """Answer from a graph until a signal is told of; then finish the requests at hand, and raise what it stands for.

        ``damage`` is what was found a moment ago: the graph is not read a second time for it.
        """
        logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
        self._served.app().state.soundness.know(damage)
        self._graph.come(connected.engine)
        try:
            with afterwards(self._settings, connected, self._listener):
                signal.raise_signal(self._served.wait(told))
        finally:
            # Before the connection is closed, which is done by whoever opened it.
            self._served.end()


@contextmanager
def answering(settings: Settings, listener: socket.socket) -> Generator[Answering]:
    """Serve the API for the length of a block; until it has a graph, every question about one is told to come again."""
    graph = AwaitedEngine()

    def made():
        # Here, and not above: it takes as long to import as all the rest, which goes on meanwhile.
        from api.app import create_app
        from api.hosts import own_hosts

        return create_app(graph, hosts=own_hosts(settings.host, settings.allowed_hosts))

    with serving(made, listener, language=settings.lang or Language.EN) as served:
        yield Answering(settings, listener, served, graph)
