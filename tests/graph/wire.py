"""A wire to Neo4j that a test can cut, and a server that is none."""

import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

from graph.engines.address import Address

Peer = tuple[socket.socket, socket.socket]


class Wire:
    """Carries what engines and Neo4j say to each other, until it is cut."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self._peers: list[Peer] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.cut_after: bytes | None = None
        self.opened = 0

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                peer = (client, socket.create_connection(self._server))
                self.opened += 1
                self._peers.append(peer)
                for source, sink in (peer, peer[::-1]):
                    threading.Thread(target=self._carry, args=(source, sink, source is client), daemon=True).start()

    def cut(self) -> None:
        """Break every connection there is; new ones can be made."""
        while self._peers:
            for end in self._peers.pop():
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def close(self) -> None:
        self.cut()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _carry(self, source: socket.socket, sink: socket.socket, from_client: bool) -> None:
        with suppress(OSError):
            while said := source.recv(65536):
                sink.sendall(said)
                if from_client and self.cut_after is not None and self.cut_after in said:
                    self.cut()
            sink.shutdown(socket.SHUT_WR)


@contextmanager
def wired(address: Address) -> Generator[Wire]:
    """Give a wire to the Neo4j of an address."""
    host, _, port = address.uri.removeprefix("bolt://").partition(":")
    wire = Wire((host, int(port)))
    thread = threading.Thread(target=wire.serve)
    thread.start()
    try:
        yield wire
    finally:
        wire.close()
        thread.join()


@contextmanager
def answering(answer: Callable[[bytes], bytes]) -> Generator[str]:
    """Give the address of a server that says to each thing it is told what ``answer`` returns."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listener.accept()
                    with client, suppress(OSError):
                        while said := client.recv(65536):
                            client.sendall(answer(said))

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join()
