"""How many connections one server holds, and which go first when there are too many."""

import asyncio
import sys
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from uvicorn.server import ServerState

from api.bounded_log import BoundedLog

if TYPE_CHECKING:
    from api.protocol import HttpProtocol

MOST_CONNECTIONS = 1000
ACCEPTED_AT_ONCE = 8
"""How many connections are accepted before the first of them can be refused."""
# What the process opens beside them: connections to Neo4j, its log, its listener, those to be refused.
_OTHER_FILES = 256
_SPARE_FOR_HEALTH = 8


def make_room() -> None:
    """Raise this process's own limit of open files to what the connections need, as far as it may."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + _OTHER_FILES
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def room() -> int:
    """Return how many connections the process's limit of open files has room for, at most ``MOST_CONNECTIONS``."""
    if sys.platform == "win32":
        return MOST_CONNECTIONS
    import resource

    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return MOST_CONNECTIONS
    return min(MOST_CONNECTIONS, max(files - _OTHER_FILES, files // 4))


class Crowd:
    """The connections of one server: ``waiting`` have no request at hand, ``unread`` an answer nobody takes, longest first."""

    def __init__(self, state: ServerState, loop: asyncio.AbstractEventLoop, most: int, unread_bytes: int) -> None:
        self.log = BoundedLog(loop)
        self.waiting: dict[HttpProtocol, None] = {}
        self.unread: dict[HttpProtocol, None] = {}
        self._all = state.connections
        self._most = most
        self._unread_bytes = unread_bytes

    def has_room(self) -> bool:
        """Return whether one more connection may come, having let the one go that has waited longest if need be."""
        if len(self._all) <= self._most:
            return True
        # Whoever also has an answer to take in waits for nothing yet.
        idle = next((one for one in self.waiting if not one.unsent), next(iter(self.waiting), None))
        if idle is None:
            return False
        idle.drop()
        return True

    def is_busy(self) -> bool:
        """Return whether so many requests are at hand that no more than health may be asked."""
        return len(self._all) - len(self.waiting) > max(1, self._most - _SPARE_FOR_HEALTH)

    def bound_unread(self) -> None:
        """Let those go who have taken nothing for longest, until what waits to be taken is no more than may be held."""
        held = sum(one.unsent for one in self.unread)
        while held > self._unread_bytes and len(self.unread) > 1:
            slowest = next(iter(self.unread))
            held -= slowest.unsent
            slowest.drop("does not take in its answer, and others wait for room: dropped")


_CROWDS: WeakKeyDictionary[ServerState, Crowd] = WeakKeyDictionary()


def crowd_of(state: ServerState, loop: asyncio.AbstractEventLoop, *, most: int | None, unread_bytes: int) -> Crowd:
    """Return the crowd of a server, as many as there is room for unless ``most`` says otherwise."""
    if state not in _CROWDS:
        _CROWDS[state] = Crowd(state, loop, room() if most is None else most, unread_bytes)
    return _CROWDS[state]
