"""How broad a question is: one about a city costs hundreds of times as much as the same about a street."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from graph.engines import Engine
from graph.query import Query
from graph.questions.trees import AREAS
from graph.readings import about
from graph.rows import AboutOne, Count

BROAD = 1000
"""As many below an organisation or in an area make it broad: of ``jilin`` the city and its counties, and no street."""


class AreaBreadth(AboutOne):
    """How many parts an area has, counted no further than was asked."""

    total: int


_BREADTH = Query("questions/breadth", Count)
_OF_AREA = Query("questions/breadth_of_area", AreaBreadth)
_KEPT = 10_000
_SECONDS = 300.0


def is_broad(engine: Engine, *, id: str, least: int = BROAD) -> bool:
    """Return whether as many stand below an organisation or lie in an area; below anything else stands nothing."""
    found = _BREADTH.first(engine, id=id, most=least)
    return found is not None and found.total >= least


def is_broad_area(engine: Engine, *, id: str, least: int = BROAD) -> bool:
    """Return whether an area has as many parts today; raise NotFoundError when there is none with that id."""
    return about(_OF_AREA, engine, noun=AREAS.noun, id=id, kinds=AREAS.kinds, most=least).total >= least


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
