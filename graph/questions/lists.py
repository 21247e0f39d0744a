"""The lists of what stands today, with their filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.engines import Engine, Value
from graph.pages import Page, Paging
from graph.query import Query
from graph.questions.breadth import is_broad_area
from graph.questions.conditions import AMONG, Condition
from graph.questions.entities import entity, records
from graph.questions.identifiers import holders
from graph.questions.trees import AREAS, record
from graph.readings import Reading
from graph.revision import present
from graph.rows import Bearers, Ids, TierOfKind
from graph.shapes import Alliance, AnyEntity, Area, Entity, Org, Unit
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

_TIERS_OF_KIND = Query("lists/tiers_of_kind", TierOfKind)
_BEARERS = Query("lists/bearers_of_category", Bearers)
_TYPES: list[Value] = [type.value for type in Relationship]
_PLACING: dict[str, Value] = {kind.value: [type.value for type in model.placing] for kind, model in MODEL.items()}
_LED: list[Value] = [
    kind.value for kind, model in MODEL.items() if any(tie.type is Relationship.LEADS for tie in model.ties)
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entities are asked for; what is ``None`` or empty asks for all.

    ``area_id``: what belongs to that area or a part of it. ``q``: a part of the name. ``conditions``: all are met.
    ``lacks`` and ``has``: joined to nothing, or to something, by relationships of these types. ``related_to``: joined to
    that entity. ``identifier``: what has that code of another system, or that official code.
    """

    kinds: Sequence[Kind] = ()
    area_id: str | None = None
    q: str | None = None
    conditions: Sequence[Condition] = ()
    lacks: Sequence[Relationship] = ()
    has: Sequence[Relationship] = ()
    related_to: str | None = None
    identifier: str | None = None


def orgs(
    engine: Engine,
    *,
    kind: Kind | None,
    tier: int | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
    identifier: str | None = None,
) -> Reading[Page[Org]]:
    """Return Party organisations by id. ``area_id``: those covering that area or a part of it; ``q``: part of a name."""
    wanted = Wanted(_one_of(PARTY_ORG_KINDS, kind), area_id, q, _equal(tier=tier), identifier=identifier)
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
) -> Reading[Page[Area]]:
    """Return areas by id. ``area_id``: that area and every part of it; ``q``: part of a name."""
    wanted = Wanted(_one_of(AREA_KINDS, kind), area_id, q, _equal(category=category), identifier=identifier)
    return _of_family(engine, Area, wanted, "lists/areas_in_area", paging)


def alliances(
    engine: Engine,
    *,
    level: AllianceLevel | None,
    area_id: str | None,
    q: str | None,
    paging: Paging,
    identifier: str | None = None,
) -> Reading[Page[Alliance]]:
    """Return alliances by id. ``area_id``: those led by an organisation that covers that area or a part of it."""
    wanted = Wanted([Kind.ALLIANCE], area_id, q, _equal(level=level), identifier=identifier)
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
) -> Reading[Page[Unit]]:
    """Return units by id. ``area_id``: those there, or in an alliance of that area or a part of it; ``member``: in any."""
    seated = [Relationship.MEMBER_OF]
    wanted = Wanted(
        [Kind.UNIT],
        area_id,
        q,
        _equal(category=category, line=line),
        lacks=seated if member is False else (),
        has=seated if member is True else (),
        identifier=identifier,
    )
    return _of_family(engine, Unit, wanted, "lists/units_in_area", paging)


def entities(engine: Engine, *, wanted: Wanted, paging: Paging) -> Reading[Page[AnyEntity]]:
    """Return the entities that stand today and are wanted, by id; raise NotFoundError for an unknown area or entity."""
    is_broad = wanted.area_id is not None and is_broad_area(engine, id=wanted.area_id)
    if wanted.related_to is not None:
        entity(engine, id=wanted.related_to)
    if wanted.area_id is not None:
        # In a broad area there are more ways down to all that belongs there than up from those of one kind.
        way = "lists/of_kinds_in_area" if is_broad and wanted.kinds else "lists/in_area"
    elif wanted.identifier is not None:
        way = "lists/among"
    else:
        way = "lists/related" if wanted.related_to is not None else _way(wanted)
    return _listed(engine, AnyEntity, wanted, way, paging)


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


def _of_family(engine: Engine, shape: type[E], wanted: Wanted, in_area: str, paging: Paging) -> Reading[Page[E]]:
    if wanted.area_id is None:
        return _listed(engine, shape, wanted, _way(wanted), paging)
    record(engine, AREAS, id=wanted.area_id)
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
    query = Query(way, Ids)
    held = None if wanted.identifier is None else holders(engine, identifier=wanted.identifier)
    among = [] if held is None else held.ids
    conditions = [*wanted.conditions, *([] if held is None else [Condition("id", AMONG, (*among,))])]
    given: dict[str, Value] = {
        "kinds": [kind.value for kind in wanted.kinds or Kind],
        "area_id": wanted.area_id,
        "q": wanted.q,
        "conditions": [{"key": one.key, "comparison": one.comparison, "value": one.value} for one in conditions],
        "lacks": [type.value for type in wanted.lacks],
        "has": [type.value for type in wanted.has],
        "related_to": wanted.related_to,
        "among": among,
        "types": _TYPES,
        "placing": _PLACING,
        "led": _LED,
        "after": "" if paging.after is None else str(paging.after[0]),
        "limit": paging.size + 1,
    }
    # What a way in does not declare is a filter that was not given: it is chosen by those that were.
    found = present(query.first(engine, **{name: given[name] for name in query.statement.params}))
    ids = found.ids[: paging.size]
    after = (ids[-1],) if len(found.ids) > paging.size else None
    # What has the code was read first: the answer is of that revision or a later one.
    return Reading(held or found, Page(records(engine, shape, ids=ids), found.total, after))


def _one_of(kinds: Sequence[Kind], kind: Kind | None) -> Sequence[Kind]:
    return kinds if kind is None else [kind]


def _equal(**values: str | int | None) -> list[Condition]:
    """Return the conditions that properties are what is given, of those of which something is."""
    return [Condition(key, ":", value) for key, value in values.items() if value is not None]
