"""A load generator that costs little itself: keep-alive connections in one thread, an answer at a time on each."""

import asyncio
import time
from dataclasses import dataclass, field

from bench.rates import Rate, rate


@dataclass
class _Load:
    request: bytes
    until: float
    left: int
    done: asyncio.Future[None]
    latencies: list[float] = field(default_factory=list)


class _Connection(asyncio.Protocol):
    def __init__(self, load: _Load) -> None:
        self._load = load
        self._answer = bytearray()
        self._size = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def _ask(self) -> None:
        self._answer.clear()
        self._size = 0
        self._begun = time.perf_counter()
        self._transport.write(self._load.request)

    def data_received(self, data: bytes) -> None:
        self._answer += data
        if not self._size:
            self._size = _size(bytes(self._answer))
        if not self._size or len(self._answer) < self._size:
            return
        now = time.perf_counter()
        self._load.latencies.append(now - self._begun)
        if now < self._load.until:
            self._ask()
            return
        self._transport.close()
        self._load.left -= 1
        if not self._load.left:
            self._load.done.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        if exc is not None and not self._load.done.done():
            self._load.done.set_exception(exc)


def _size(answer: bytes) -> int:
    """Return how long an answer is, its head included; 0 while its head is not all there."""
    head, end, _ = answer.partition(b"\r\n\r\n")
    if not end:
        return 0
    first, *fields = head.lower().split(b"\r\n")
    if b" 200 " not in first:
        raise RuntimeError(f"The server answered {first.decode()}.")
    length = next(field for field in fields if field.startswith(b"content-length:"))
    return len(head) + len(end) + int(length.partition(b":")[2])


async def _load(port: int, target: str, connections: int, seconds: float) -> Rate:
    loop = asyncio.get_running_loop()
    request = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    began = time.perf_counter()
    load = _Load(request, began + seconds, connections, loop.create_future())
    for _ in range(connections):
        await loop.create_connection(lambda: _Connection(load), "127.0.0.1", port)
    await load.done
    return rate(load.latencies, time.perf_counter() - began)


def ask(port: int, target: str, connections: int, seconds: float) -> Rate:
    """Return the rate at which a server answers one request over so many connections."""
    return asyncio.run(_load(port, target, connections, seconds))
