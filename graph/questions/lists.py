"""The lists of what stands today, with their filters."""

from typing import TypeVar

from graph.engines import Engine, Value
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.trees import AREAS, record
from graph.readings import Reading
from graph.revision import revision
from graph.rows import Bearers, Count, TierOfKind
from graph.shapes import Alliance, Area, Entity, Org, Unit
from graph.vocabulary import AllianceLevel, Kind, UnitCategory

R = TypeVar("R", bound=Entity)

_Listing = tuple[Query[R], Query[Count]]


def _by(topic: str, row: type[R], *ways: str) -> dict[str, _Listing[R]]:
    """Return the queries of a list and of its total, by the ways into it."""
    return {way: (Query(f"{topic}/page{way}", row), Query(f"{topic}/total{way}", Count)) for way in ways}


_ORGS = _by("orgs", Org, "", "_of_kind", "_named", "_in_area")
_AREAS = _by("areas", Area, "", "_of_kind", "_named", "_in_area")
_ALLIANCES = _by("alliances", Alliance, "", "_named", "_in_area")
_UNITS = _by("units", Unit, "", "_named", "_in_area")

_TIERS_OF_KIND = Query("orgs/tiers_of_kind", TierOfKind)
_BEARERS = Query("areas/bearers_of_category", Bearers)


def orgs(
    engine: Engine, *, kind: Kind | None, tier: int | None, area_id: str | None, q: str | None, paging: Paging
) -> Reading[Page[Org]]:
    """Return Party organisations by id. ``area_id``: those covering that area or a part of it; ``q``: part of a name."""
    return _listed(engine, _ORGS, paging, kind=kind, tier=tier, area_id=area_id, q=q)


def areas(
    engine: Engine,
    *,
    kind: Kind | None,
    category: str | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
) -> Reading[Page[Area]]:
    """Return areas by id. ``area_id``: that area and every part of it; ``q``: part of a name."""
    return _listed(engine, _AREAS, paging, kind=kind, category=category, area_id=area_id, q=q)


def alliances(
    engine: Engine, *, level: AllianceLevel | None, area_id: str | None, q: str | None, paging: Paging
) -> Reading[Page[Alliance]]:
    """Return alliances by id. ``area_id``: those led by an organisation that covers that area or a part of it."""
    return _listed(engine, _ALLIANCES, paging, level=level, area_id=area_id, q=q)


def units(
    engine: Engine,
    *,
    category: UnitCategory | None,
    line: str | None,
    member: bool | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
) -> Reading[Page[Unit]]:
    """Return units by id. ``area_id``: those there, or in an alliance of that area or a part of it; ``member``: in any."""
    return _listed(engine, _UNITS, paging, category=category, line=line, member=member, area_id=area_id, q=q)


def can_stand_at(engine: Engine, *, kind: Kind, tier: int) -> bool:
    """Return whether organisations of a kind can stand at a tier: which tier a kind has is the data set's to say.

    Of a kind that stands nowhere nothing is known, and so it can.
    """
    found = _TIERS_OF_KIND.first(engine, kind=kind)
    return found is None or found.tier == tier


def can_bear(engine: Engine, *, kind: Kind, category: str) -> bool:
    """Return whether areas of a kind can bear a category: not when areas of other kinds alone bear it today."""
    found = _BEARERS.all(engine, kind=kind, category=category)[0]
    return found.of_kind or not found.of_another


def _listed(
    engine: Engine,
    ways: dict[str, _Listing[R]],
    paging: Paging,
    *,
    area_id: str | None,
    q: str | None,
    **filters: Value,
) -> Reading[Page[R]]:
    stands = revision(engine)
    if area_id is not None:
        record(engine, AREAS, id=area_id)
    given = {**filters, "area_id": area_id, "q": q}
    rows_query, total_query = ways[_narrowest(given)]
    # What a way in does not declare is a filter that was not given: it is chosen by those that were.
    chosen = {name: given[name] for name in given if name in total_query.statement.params}
    after = "" if paging.after is None else str(paging.after[0])
    rows = rows_query.all(engine, **chosen, after=after, limit=paging.size + 1)
    total = total_query.all(engine, **chosen)[0].total
    return Reading(stands, page(rows, size=paging.size, total=total, key=lambda row: (row.id,)))


def _narrowest(given: dict[str, Value]) -> str:
    """Return the way into a list that meets the fewest entities: an area, a part of the name, a kind, or all by id."""
    ways = (("area_id", "_in_area"), ("q", "_named"), ("kind", "_of_kind"))
    return next((way for name, way in ways if given.get(name) is not None), "")
