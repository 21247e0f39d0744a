"""What stands at an address: what its last segment names, inside the areas the earlier ones name."""

from collections.abc import Sequence
from itertools import chain

from graph.engines import Engine, Value
from graph.query import Query
from graph.rows import Found
from graph.search.matching import matches, place
from graph.search.segments import Segment, divisions, loosened
from graph.search.spellings import Closeness, looks
from graph.search.terms import ORDER
from graph.vocabulary import AREA_KINDS, LEDGERS

MOST = 200
"""Areas a segment may mean before the next one tells which."""
_CANDIDATES = 4000

_INSIDE = Query("search/inside", Found)
_BELOW = Query("search/below", Found)
_COVERING = Query("search/covering", Found)
_UNITS = Query("search/units", Found)
_AREAS = [kind for kind in ORDER if kind in AREA_KINDS]
# What a ledger tells of is tied to places in ways of its own, and is at no address.
_INSIDE_AREAS = [kind for kind in ORDER if kind not in LEDGERS]


def at_address(engine: Engine, text: str) -> list[Found]:
    """Return what stands at an address, areas before the organisations that cover them; empty for no address.

    Where nothing stands there as it is written, what stands there when each name may be of another sort of place, and
    the names in another order: 新华街道 站前 is then found in 站前街道's 新华社区.

    A stairwell (单元) is no area: its member household answers for it, and where it has none, the building.
    """
    ways = divisions(text)
    for segments in [*ways, *chain.from_iterable(map(loosened, ways))]:
        found = _at(engine, segments)
        if found:
            return found
    return []


def _at(engine: Engine, segments: Sequence[Segment]) -> list[Found]:
    last_name = max((i for i, segment in enumerate(segments) if not segment.is_numbered), default=0)
    around = [_areas(engine, segment) for segment in segments[:last_name]]
    if not all(around):
        return []
    named, rest = segments[last_name], segments[last_name + 1 :]
    for closeness in (Closeness.EXACT, Closeness.PREFIX, Closeness.PART):
        inside = _inside(engine, named, around, closeness, of_areas=bool(rest))
        if inside and rest:
            inside = _numbered(engine, inside, rest)
        if inside:
            orgs = [] if closeness is Closeness.PART and not rest else _covering(engine, inside)
            return list({one.id: one for one in [*inside, *orgs]}.values())
    return []


def _areas(engine: Engine, segment: Segment) -> list[str]:
    """Return the ids of the areas a segment may mean."""
    found = matches(engine, [([segment.spelling], Closeness.PART)], _AREAS, seen=[], limit=MOST)
    return [one.id for one in found]


def _inside(
    engine: Engine, named: Segment, around: Sequence[list[str]], closeness: Closeness, *, of_areas: bool
) -> list[Found]:
    asked = looks([named.spelling], _AREAS if of_areas else _INSIDE_AREAS, closeness=closeness)
    groups: list[Value] = [
        {"needles": look.needles, "places": {kind: place for place, kind in enumerate(look.kinds)}} for look in asked
    ]
    ids: list[Value] = [list(one) for one in around]
    rows = _INSIDE.all(engine, groups=groups, around=ids, candidates=_CANDIDATES, limit=MOST)
    return sorted(rows, key=place)


def _numbered(engine: Engine, anchors: Sequence[Found], rest: Sequence[Segment]) -> list[Found]:
    """Return what numbered segments lead to, downwards from some areas."""
    areas = list(anchors)
    for segment in rest:
        ids: list[Value] = [area.id for area in areas]
        if segment.is_unit:
            within = _texts(segment, Closeness.PART)
            return _UNITS.all(engine, ids=ids, texts=within, limit=MOST)
        whole, ending = _texts(segment, Closeness.EXACT), _texts(segment, Closeness.SUFFIX)
        areas = _BELOW.all(engine, ids=ids, whole=whole, ending=ending, limit=MOST)
    return areas


def _covering(engine: Engine, found: Sequence[Found]) -> list[Found]:
    ids: list[Value] = [one.id for one in found if one.kind in AREA_KINDS]
    return sorted(_COVERING.all(engine, ids=ids), key=place) if ids else []


def _texts(segment: Segment, closeness: Closeness) -> dict[str, Value]:
    """Return what the terms of each kind hold when their name agrees with a segment so closely."""
    return {kind.value: segment.spelling.needle(kind, closeness) for kind in ORDER}
