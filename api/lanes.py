"""Lanes: how many questions of one weight are answered at a time, and whose turn is next."""

import asyncio
import contextlib
import threading
from collections import Counter, deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from api.errors import BusyError


@dataclass(frozen=True, slots=True)
class Bounds:
    """How wide a lane is, and how much of it one client may have.

    ``places``: questions answered at a time; ``queue``: questions that wait, ``None`` for any number; ``seconds``: how long
    one waits at most. ``places_each`` and ``queue_each`` are what one client may have of them.
    """

    places: int
    places_each: int
    queue: int | None
    queue_each: int | None
    seconds: float


@dataclass(slots=True, eq=False)
class Turn:
    """One client's wait for a place: over when it is given one, or when somebody wakes it in vain."""

    client: str
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    is_given: bool = False

    def wake(self) -> None:
        """End the wait, from any thread."""
        # Of a loop that was closed meanwhile nobody waits any more.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._woken.set)

    async def woken(self, seconds: float) -> None:
        """Wait until the wait is over, or has lasted so long."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)


class Lane:
    """Places for questions, given to the clients in turn: who asks much waits behind his own questions alone."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._taken: Counter[str] = Counter()
        # By client, in the order of their turns.
        self._waiting: dict[str, deque[Turn]] = {}
        # Tests run each request in a loop, and a thread, of its own.
        self._lock = threading.Lock()

    @asynccontextmanager
    async def place(self, turn: Turn) -> AsyncGenerator[None]:
        """Give a place for the length of a block.

        Raise BusyError when there is neither a place nor room to wait for one, and when the wait was in vain.
        """
        self._enter(turn)
        try:
            if not turn.is_given:
                await turn.woken(self._bounds.seconds)
            # It may be given a place at the very moment at which it has waited long enough.
            if not turn.is_given:
                raise BusyError
            yield
        finally:
            self._leave(turn)

    def _enter(self, turn: Turn) -> None:
        with self._lock:
            own = self._waiting.get(turn.client, deque())
            if not own and self._is_free_for(turn.client):
                self._give(turn)
                return
            bounds = self._bounds
            if bounds.queue is not None and sum(map(len, self._waiting.values())) >= bounds.queue:
                raise BusyError
            if bounds.queue_each is not None and len(own) >= bounds.queue_each:
                raise BusyError
            own.append(turn)
            self._waiting[turn.client] = own

    def _leave(self, turn: Turn) -> None:
        with self._lock:
            if turn.is_given:
                self._taken[turn.client] -= 1
                # A count of nothing is none: clients come and go.
                self._taken += Counter()
                self._give_on()
            else:
                self._waiting[turn.client].remove(turn)
                if not self._waiting[turn.client]:
                    del self._waiting[turn.client]

    def _give_on(self) -> None:
        client = next(filter(self._is_free_for, self._waiting), None)
        if client is None:
            return
        own = self._waiting.pop(client)
        turn = own.popleft()
        if own:
            # Behind the others: each client has one turn in a round.
            self._waiting[client] = own
        self._give(turn)
        turn.wake()

    def _is_free_for(self, client: str) -> bool:
        return self._taken.total() < self._bounds.places and self._taken[client] < self._bounds.places_each

    def _give(self, turn: Turn) -> None:
        self._taken[turn.client] += 1
        turn.is_given = True
