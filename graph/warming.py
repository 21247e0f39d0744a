"""The first questions of a new process, asked before anyone waits for them."""

from graph import hierarchies, listings
from graph.engines import Engine
from graph.hierarchies import AREAS, ORGS
from graph.pages import Paging

_ONE = Paging(size=1)


def warm(engine: Engine) -> None:
    """Ask what makes a fresh Neo4j plan its statements and read its store; raise EngineError.

    The first answer of each kind takes several times as long as those after it. An empty graph has nothing to ask.
    """
    orgs = listings.orgs(engine, kind=None, tier=None, area_id=None, q=None, paging=_ONE)
    areas = listings.areas(engine, kind=None, category=None, area_id=None, q=None, paging=_ONE)
    listings.alliances(engine, level=None, area_id=None, q=None, paging=_ONE)
    listings.units(engine, category=None, line=None, member=None, area_id=None, q=None, paging=_ONE)
    for org in orgs.items:
        hierarchies.counts(engine, ORGS, id=org.id)
        hierarchies.children(engine, ORGS, id=org.id, paging=_ONE)
        hierarchies.tree(engine, ORGS, id=org.id, max_depth=2)
        hierarchies.descendants(engine, ORGS, id=org.id, max_depth=None, tier=None, kind=None, paging=_ONE)
    for area in areas.items:
        hierarchies.counts(engine, AREAS, id=area.id)
        hierarchies.children(engine, AREAS, id=area.id, paging=_ONE)
        hierarchies.tree(engine, AREAS, id=area.id, max_depth=2)
        hierarchies.descendants(engine, AREAS, id=area.id, max_depth=None, tier=None, kind=None, paging=_ONE)
