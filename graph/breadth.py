"""How broad a question is: one about a city costs hundreds of times as much as the same about a street."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from graph.engines import Engine
from graph.query import Query
from graph.rows import Count

BROAD = 1000
"""As many below an organisation or in an area make it broad: of ``jilin`` the city and its counties, and no street."""
_BREADTH = Query("questions/breadth", Count)
_KEPT = 10_000
_SECONDS = 300.0


def is_broad(engine: Engine, *, id: str, least: int = BROAD) -> bool:
    """Return whether as many stand below an organisation or lie in an area; below anything else stands nothing."""
    found = _BREADTH.first(engine, id=id, most=least)
    return found is not None and found.total >= least


@dataclass
class Breadths:
    """What is known to be broad or not: it seldom changes, and is looked at again after five minutes."""

    _known: "OrderedDict[str, tuple[float, bool]]" = field(default_factory=OrderedDict[str, tuple[float, bool]])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def known(self, id: str) -> bool | None:
        """Return whether it is broad, ``None`` when that must be asked."""
        with self._lock:
            until, broad = self._known.get(id, (0.0, False))
        return broad if time.monotonic() < until else None

    def asked(self, engine: Engine, id: str) -> bool:
        """Ask whether it is broad, and keep the answer; raise EngineError."""
        broad = is_broad(engine, id=id)
        with self._lock:
            self._known[id] = (time.monotonic() + _SECONDS, broad)
            self._known.move_to_end(id)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return broad
