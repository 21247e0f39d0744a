"""How many connections one server holds, and which go first when there are too many."""

import asyncio
import sys
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from uvicorn.server import ServerState

from api.bounded_log import BoundedLog
from api.client_network import client_network
from words import said

if TYPE_CHECKING:
    from api.protocol import HttpProtocol

MOST_CONNECTIONS = 1000
ACCEPTED_AT_ONCE = 8
"""How many connections are accepted before the first of them can be refused."""
# What the process opens beside them: connections to Neo4j, its log, its listener, those to be refused.
_OTHER_FILES = 256
_MOST_SPARE = 8


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

    def __init__(
        self, state: ServerState, loop: asyncio.AbstractEventLoop, most: int, most_each: int, unread_bytes: int
    ) -> None:
        self.log = BoundedLog(loop)
        self.waiting: dict[HttpProtocol, None] = {}
        self.unread: dict[HttpProtocol, None] = {}
        self._all = state.connections
        self._of: defaultdict[str, set[HttpProtocol]] = defaultdict(set)
        self._most = most
        self._most_each = most_each
        self._unread_bytes = unread_bytes

    def enters(self, newcomer: "HttpProtocol") -> bool:
        """Return whether one more connection may come, having let the one go that has waited longest if need be.

        A client with as many as one may have lets one of its own go, and no other's.
        """
        own = self._of[_client(newcomer)]
        own.add(newcomer)
        if len(own) > self._most_each and not _let_go(one for one in self.waiting if one in own):
            return False
        return len(self._all) <= self._most or _let_go(self.waiting)

    def leave(self, one: "HttpProtocol") -> None:
        """Forget a connection; a second time does nothing."""
        client = _client(one)
        self._of[client].discard(one)
        if not self._of[client]:
            del self._of[client]

    def is_busy(self, asking: "HttpProtocol") -> bool:
        """Return whether so many requests are at hand, in all or of that client, that no more than health may be asked."""
        if len(self._all) - len(self.waiting) > _bound(self._most):
            return True
        own, bound = self._of[_client(asking)], _bound(self._most_each)
        return len(own) > bound and sum(one not in self.waiting for one in own) > bound

    def bound_unread(self) -> None:
        """Let those go who have taken nothing for longest, until what waits to be taken is no more than may be held."""
        held = sum(one.unsent for one in self.unread)
        while held > self._unread_bytes and len(self.unread) > 1:
            slowest = next(iter(self.unread))
            held -= slowest.unsent
            slowest.drop(said("does not take in its answer, and others wait for room: dropped"))


_CROWDS: WeakKeyDictionary[ServerState, Crowd] = WeakKeyDictionary()


def crowd_of(
    state: ServerState, loop: asyncio.AbstractEventLoop, *, most: int | None, most_each: int | None, unread_bytes: int
) -> Crowd:
    """Return the crowd of a server, as many as there is room for and half of them of one client, unless it is said."""
    if state not in _CROWDS:
        most = room() if most is None else most
        _CROWDS[state] = Crowd(state, loop, most, max(1, most // 2) if most_each is None else most_each, unread_bytes)
    return _CROWDS[state]


def _client(connection: "HttpProtocol") -> str:
    return "" if connection.client is None else client_network(connection.client[0])


def _let_go(waiting: "Iterable[HttpProtocol]") -> bool:
    """Drop the first, which has waited longest; return whether there was one."""
    found = list(waiting)
    # Whoever also has an answer to take in waits for nothing yet.
    idle = next((one for one in found if not one.unsent), next(iter(found), None))
    if idle is None:
        return False
    idle.drop()
    return True


def _bound(most: int) -> int:
    """Return how many of so many connections may have a request at hand: a few are left for those who ask after health."""
    return max(1, most - min(_MOST_SPARE, max(1, most // 4)))
