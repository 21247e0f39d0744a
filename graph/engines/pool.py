"""Connections kept between their uses, for a driver whose own pool cannot be trusted with many threads."""

from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Generic, Protocol, TypeVar


class NoneFreeError(Exception):
    """Every connection is lent, and none came back in time."""


class Connection(Protocol):
    """What a pool keeps."""

    def close(self) -> None:
        """Hang up, whatever state it is in."""
        ...


C = TypeVar("C", bound=Connection)


class Pool(Generic[C]):
    """At most ``size`` connections, each lent to one thread at a time and opened when none is idle."""

    def __init__(self, open_one: Callable[[], C], *, size: int, seconds: float) -> None:
        self._open_one = open_one
        self._seconds = seconds
        self._places = BoundedSemaphore(size)
        # Its ends are safe to use from any thread. The one last used is lent first, so the others may be forgotten.
        self._idle: deque[C] = deque()
        self._is_closed = False

    @contextmanager
    def lent(self) -> Generator[C]:
        """Lend a connection for the length of a block; one whose block fails is closed, as nobody knows its state.

        Raise NoneFreeError when all are lent for too long, and whatever opening one raises.
        """
        if not self._places.acquire(timeout=self._seconds):
            raise NoneFreeError(f"no connection became free within {self._seconds:.0f} seconds")
        try:
            connection = self._taken()
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
            self._keep(connection)
        finally:
            self._places.release()

    def forget_idle(self) -> None:
        """Close those that are idle: the server they lead to is gone."""
        while True:
            try:
                self._idle.pop().close()
            except IndexError:
                return

    def close(self) -> None:
        """Close those that are idle now, and the others as they come back."""
        self._is_closed = True
        self.forget_idle()

    def _taken(self) -> C:
        try:
            return self._idle.pop()
        except IndexError:
            return self._open_one()

    def _keep(self, connection: C) -> None:
        self._idle.append(connection)
        # Asked after it was put there: whichever of this thread and the closing one comes last finds it.
        if self._is_closed:
            self.forget_idle()
