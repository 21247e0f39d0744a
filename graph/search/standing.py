"""What stands inside areas: by a name, by numbers that lead downwards, and the organisations that cover it."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from graph.engines import Value
from graph.query import Query
from graph.rows import Found
from graph.search.matching import held, matches, place
from graph.search.once import Once
from graph.search.segments import Segment
from graph.search.spellings import Closeness, Spelling, looks
from graph.search.terms import ORDER
from graph.vocabulary import AREA_KINDS, LEDGERS, Kind

MOST_NUMBERS = 12
"""Numbers of one address that are looked for: it may list several (1、2、3号楼)."""
MOST = 200
"""Areas a segment may mean before the next one tells which."""
_CANDIDATES = 4000

_INSIDE = Query("search/inside", Found)
_BELOW = Query("search/below", Found)
_COVERING = Query("search/covering", Found)
_UNITS = Query("search/units", Found)
AREAS = [kind for kind in ORDER if kind in AREA_KINDS]
# What a ledger tells of is tied to places in ways of its own, and is at no address.
AT_ADDRESSES = tuple(kind for kind in ORDER if kind not in LEDGERS)
# Offices that are entities of their own.
OFFICES = (*AT_ADDRESSES, Kind.SERVICE_CENTRE)


def following(
    engine: Once,
    around: Sequence[list[str]],
    ways: Sequence[Sequence[Segment]],
    before: Segment | None,
    *,
    of_areas: bool = False,
) -> list[Found]:
    """Return what segments lead to inside an area of each list: the last name tells what, the numbers after it where.

    ``ways`` are those to read them; of each closeness all are tried. ``before`` is the name of the area that the first
    segment stands right behind, and may be one name with it.
    """
    # What no name holds need not be looked for in each area and each closeness.
    last = [_last_name(way, before) for way in ways]
    are_held = held(engine, [spelled for _, spelled in last], AT_ADDRESSES)
    asked = [
        (spelled, places, way[at + 1 :])
        for way, (at, spelled), is_held in zip(ways, last, are_held, strict=True)
        if is_held and (places := _places(engine, around, way[:at])) is not None
    ]
    for closeness in (Closeness.EXACT, Closeness.PREFIX, Closeness.PART):
        for spelled, places, rest in asked:
            found = inside(engine, spelled, places, closeness, kinds=AREAS if rest or of_areas else AT_ADDRESSES)
            if found and rest:
                found = numbered(engine, [one.id for one in found], rest)
            if found:
                return found if closeness is Closeness.PART and not rest else with_covering(engine, found)
    return []


def _last_name(segments: Sequence[Segment], before: Segment | None) -> tuple[int, list[Spelling]]:
    """Return which segment is the last name, and how it is spelled."""
    at = max((i for i, segment in enumerate(segments) if not segment.is_numbered), default=0)
    spelled = segments[at].spellings
    if at == 0 and before is not None:
        spelled.append(Spelling((*before.tokens, *spelled[0].tokens)))
    return at, spelled


def _places(engine: Once, around: Sequence[list[str]], segments: Sequence[Segment]) -> list[list[str]] | None:
    """Return the areas that what follows is inside, one of each list; ``None`` when a segment names none."""
    places = [*around]
    for segment in segments:
        if segment.is_numbered and places:
            ids = [one.id for one in numbered(engine, places[-1], [segment])]
        else:
            ids = named(engine, segment)
        if not ids:
            return None
        places.append(ids)
    return places


def named(engine: Once, segment: Segment) -> list[str]:
    """Return the ids of the areas a segment may mean."""
    found = matches(engine, [(segment.spellings, Closeness.PART)], AREAS, seen=[], limit=MOST)
    return [one.id for one in found]


def inside(
    engine: Once,
    spelled: Sequence[Spelling],
    around: Sequence[list[str]],
    closeness: Closeness,
    *,
    kinds: Sequence[Kind] = AT_ADDRESSES,
) -> list[Found]:
    """Return what agrees with a spelling and is inside an area of each list, highest first."""
    asked = looks(spelled, kinds, closeness=closeness)
    groups: list[Value] = [
        {"needles": look.needles, "places": {kind: place for place, kind in enumerate(look.kinds)}} for look in asked
    ]
    ids: list[Value] = [list(one) for one in around]
    rows = _INSIDE.all(engine, groups=groups, around=ids, candidates=_CANDIDATES, limit=MOST, day=engine.day)
    return sorted(rows, key=place)


def numbered(engine: Once, ids: Sequence[str], rest: Sequence[Segment]) -> list[Found]:
    """Return what numbered segments lead to, downwards from some areas; of neighbours that count the same, what each leads to.

    Behind a stairwell another building may follow: 1号楼2单元、2号楼1单元.
    """
    found: list[Found] = []
    around: list[Value] = [*ids]
    done = 0
    for _, alike in groupby(rest[:MOST_NUMBERS], key=lambda segment: segment.tokens[-1]):
        some = [*alike]
        done += len(some)
        if some[0].is_unit:
            found = [row for segment in some for row in _units(engine, around, segment)]
            return _each_once([*found, *numbered(engine, ids, rest[done:MOST_NUMBERS])])
        found = _each_once(row for segment in some for row in _below(engine, around, segment))
        around = [one.id for one in found]
    return found


def _each_once(found: Iterable[Found]) -> list[Found]:
    return [*{one.id: one for one in found}.values()]


def _units(engine: Once, around: list[Value], segment: Segment) -> list[Found]:
    return _UNITS.all(engine, ids=around, texts=_texts(segment, Closeness.PART), limit=MOST, day=engine.day)


def _below(engine: Once, around: list[Value], segment: Segment) -> list[Found]:
    whole, ending = _texts(segment, Closeness.EXACT), _texts(segment, Closeness.SUFFIX)
    return _BELOW.all(engine, ids=around, whole=whole, ending=ending, limit=MOST, day=engine.day)


def with_covering(engine: Once, found: Sequence[Found]) -> list[Found]:
    """Return what was found, and after it the organisations that cover it."""
    ids: list[Value] = [one.id for one in found if one.kind in AREA_KINDS]
    orgs = sorted(_COVERING.all(engine, ids=ids, day=engine.day), key=place) if ids else []
    return [*{one.id: one for one in [*found, *orgs]}.values()]


def _texts(segment: Segment, closeness: Closeness) -> dict[str, Value]:
    """Return what the terms of each kind hold when their name agrees with a segment so closely."""
    return {kind.value: segment.spelling.needle(kind, closeness) for kind in ORDER}
