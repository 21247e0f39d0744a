"""The lists of what stands on a day, with their filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from graph.engines import Engine, Value
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.breadth import is_broad_area
from graph.questions.conditions import AMONG, Condition
from graph.questions.contradictions import refuse_category, refuse_line, refuse_tier
from graph.questions.entities import entity, records
from graph.questions.identifiers import holders
from graph.questions.sorting import ALL, sort_keys, sortable, sorted_ids
from graph.questions.trees import AREAS, record
from graph.readings import Reading
from graph.revision import present
from graph.rows import Ids
from graph.shapes import Alliance, AnyEntity, Area, Entity, Org, Unit
from graph.stated import STANDING, types_on
from graph.vocabulary import (
    AREA_KINDS,
    MODEL,
    PARTY_ORG_KINDS,
    AllianceLevel,
    Kind,
    Relationship,
    UnitCategory,
)

E = TypeVar("E", bound=Entity)

_LED: list[Value] = [
    kind.value for kind, model in MODEL.items() if any(tie.type is Relationship.LEADS for tie in model.ties)
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entities are asked for; what is ``None`` or empty asks for all.

    ``area_id``: what belongs to that area or a part of it. ``q``: a part of the name. ``conditions``: all are met.
    ``lacks`` and ``has``: joined to nothing, or to something, by relationships of these types. ``related_to``: joined to
    that entity. ``identifier``: what has that code of another system, or that official code.
    ``day``: as of that day.
    """

    kinds: Sequence[Kind] = ()
    area_id: str | None = None
    q: str | None = None
    conditions: Sequence[Condition] = ()
    lacks: Sequence[Relationship] = ()
    has: Sequence[Relationship] = ()
    related_to: str | None = None
    identifier: str | None = None
    day: date = STANDING


def orgs(
    engine: Engine,
    *,
    kind: Kind | None,
    tier: int | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
    identifier: str | None = None,
    day: date = STANDING,
) -> Reading[Page[Org]]:
    """Return Party organisations by id. ``area_id``: those covering that area or a part of it; ``q``: part of a name."""
    refuse_tier(engine, kind=kind, tier=tier, day=day)
    wanted = Wanted(_one_of(PARTY_ORG_KINDS, kind), area_id, q, _equal(tier=tier), identifier=identifier, day=day)
    return _of_family(engine, Org, wanted, "lists/orgs_in_area", paging)


def areas(
    engine: Engine,
    *,
    kind: Kind | None,
    category: str | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
    identifier: str | None = None,
    day: date = STANDING,
) -> Reading[Page[Area]]:
    """Return areas by id. ``area_id``: that area and every part of it; ``q``: part of a name."""
    refuse_category(engine, kind=kind, category=category, day=day)
    wanted = Wanted(_one_of(AREA_KINDS, kind), area_id, q, _equal(category=category), identifier=identifier, day=day)
    return _of_family(engine, Area, wanted, "lists/areas_in_area", paging)


def alliances(
    engine: Engine,
    *,
    level: AllianceLevel | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
    identifier: str | None = None,
    day: date = STANDING,
) -> Reading[Page[Alliance]]:
    """Return alliances by id. ``area_id``: those led by an organisation that covers that area or a part of it."""
    wanted = Wanted([Kind.ALLIANCE], area_id, q, _equal(level=level), identifier=identifier, day=day)
    return _of_family(engine, Alliance, wanted, "lists/alliances_in_area", paging)


def units(
    engine: Engine,
    *,
    category: UnitCategory | None,
    line: str | None,
    member: bool | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
    identifier: str | None = None,
    day: date = STANDING,
) -> Reading[Page[Unit]]:
    """Return units by id. ``area_id``: those there, or in an alliance of that area or a part of it; ``member``: in any."""
    refuse_line(category, line)
    seated = [Relationship.MEMBER_OF]
    wanted = Wanted(
        [Kind.UNIT],
        area_id,
        q,
        _equal(category=category, line=line),
        lacks=seated if member is False else (),
        has=seated if member is True else (),
        identifier=identifier,
        day=day,
    )
    return _of_family(engine, Unit, wanted, "lists/units_in_area", paging)


def entities(engine: Engine, *, wanted: Wanted, paging: Paging) -> Reading[Page[AnyEntity]]:
    """Return the entities that stand today and are wanted, by id; raise NotFoundError for an unknown area or entity."""
    is_broad = wanted.area_id is not None and is_broad_area(engine, id=wanted.area_id)
    if wanted.related_to is not None:
        entity(engine, id=wanted.related_to, day=wanted.day)
    if wanted.area_id is not None:
        # In a broad area there are more ways down to all that belongs there than up from those of one kind.
        is_shorter_up = is_broad and wanted.kinds and wanted.day == STANDING
        way = "lists/of_kinds_in_area" if is_shorter_up else "lists/in_area"
    elif wanted.identifier is not None:
        way = "lists/among"
    else:
        way = "lists/related" if wanted.related_to is not None else _way(wanted)
    return _listed(engine, AnyEntity, wanted, way, paging)


def _of_family(engine: Engine, shape: type[E], wanted: Wanted, in_area: str, paging: Paging) -> Reading[Page[E]]:
    if wanted.area_id is None:
        return _listed(engine, shape, wanted, _way(wanted), paging)
    record(engine, AREAS, id=wanted.area_id, day=wanted.day)
    return _listed(engine, shape, wanted, in_area, paging)


def _way(wanted: Wanted) -> str:
    """Return the way into a whole kind that meets the fewest entities."""
    if wanted.identifier is not None:
        return "lists/among"
    if wanted.q is not None:
        return "lists/named"
    if wanted.conditions or wanted.lacks or wanted.has:
        return "lists/of_kinds"
    # Who asks for all need not have each of them looked at to be counted.
    return "lists/standing" if wanted.kinds else "lists/all"


def _listed(engine: Engine, shape: type[E], wanted: Wanted, way: str, paging: Paging) -> Reading[Page[E]]:
    keys = sort_keys(paging.sort, sortable(wanted.kinds or Kind))
    query = Query(way, Ids)
    held = None if wanted.identifier is None else holders(engine, identifier=wanted.identifier, day=wanted.day)
    among = [] if held is None else held.ids
    conditions = [*wanted.conditions, *([] if held is None else [Condition("id", AMONG, (*among,))])]
    given: dict[str, Value] = {
        "kinds": [kind.value for kind in wanted.kinds or Kind],
        "area_id": wanted.area_id,
        "q": wanted.q,
        "conditions": [{"key": one.key, "comparison": one.comparison, "value": one.value} for one in conditions],
        "lacks": types_on(wanted.day, wanted.lacks),
        "has": types_on(wanted.day, wanted.has),
        "related_to": wanted.related_to,
        "among": among,
        "types": types_on(wanted.day, Relationship),
        "placing": {kind.value: types_on(wanted.day, model.placing) for kind, model in MODEL.items()},
        "led": _LED,
        "day": wanted.day,
        # To be sorted, the whole list must be there.
        "after": "" if paging.after is None or keys else str(paging.after[0]),
        "limit": ALL if keys else paging.size + 1,
    }
    # What a way in does not declare is a filter that was not given: it is chosen by those that were.
    found = present(query.first(engine, **{name: given[name] for name in query.statement.params}))
    if keys:
        part = sorted_ids(engine, found.ids, keys, paging, day=wanted.day)
    else:
        part = page(found.ids, size=paging.size, total=found.total, key=lambda id: (id,))
    rows = {row.id: row for row in records(engine, shape, ids=part.items, day=wanted.day)}
    # What has the code was read first: the answer is of that revision or a later one.
    return Reading(held or found, Page([rows[id] for id in part.items if id in rows], found.total, part.after))


def _one_of(kinds: Sequence[Kind], kind: Kind | None) -> Sequence[Kind]:
    return kinds if kind is None else [kind]


def _equal(**values: str | int | None) -> list[Condition]:
    """Return the conditions that properties are what is given, of those of which something is."""
    return [Condition(key, ":", value) for key, value in values.items() if value is not None]
