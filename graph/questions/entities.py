"""Any entity, and what it touches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.engines import Engine, Value
from graph.pages import Page, Paging
from graph.query import Query
from graph.questions.breadth import is_broad_area
from graph.questions.conditions import Condition
from graph.readings import Reading, recorded
from graph.revision import present
from graph.rows import Ids
from graph.shapes import AnyEntity, Entity, Neighbour
from graph.stated import ALL_TIES, STANDING, StatedEntity, StatedNeighbour, shaped
from graph.vocabulary import MODEL, Kind, Relationship

E = TypeVar("E", bound=Entity)

_NEIGHBOURS = Query("entities/neighbours", StatedNeighbour)
_RECORDS = Query("entities/records", StatedEntity)
_IDS = {way: Query(f"entities/ids{way}", Ids) for way in ("", "_of_kind", "_related", "_in_area", "_of_kind_in_area")}
_ALL_IDS = {way: Query(f"entities/all_ids{way}", Ids) for way in ("", "_of_kind")}
_TYPES: list[Value] = [type.value for type in Relationship]
_PLACING: dict[str, Value] = {kind.value: [type.value for type in model.placing] for kind, model in MODEL.items()}
_LED: list[Value] = [
    kind.value for kind, model in MODEL.items() if any(tie.type is Relationship.LEADS for tie in model.ties)
]


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship between two entities, by their ids."""

    source: str
    target: str
    type: Relationship


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """An entity, what it touches, and how; ``complete`` is false when the limit cut some off."""

    nodes: list[AnyEntity]
    links: list[Link]
    complete: bool


def entity(engine: Engine, *, id: str) -> Reading[AnyEntity]:
    """Return the record of any entity, standing or closed; raise NotFoundError."""
    return recorded(engine, AnyEntity, noun="entity", id=id, kinds=Kind)


def neighbours(engine: Engine, *, id: str, types: Sequence[Relationship], limit: int) -> Reading[Neighbourhood]:
    """Return an entity and at most ``limit`` relationships it has today, of those types, by type and then id.

    Raise NotFoundError. A closed entity touches nothing today.
    """
    start = entity(engine, id=id)
    wanted = [type.value for type in types]
    rows = _NEIGHBOURS.all(engine, id=id, types=wanted, limit=limit + 1, ties=ALL_TIES, day=STANDING)
    kept = [shaped(Neighbour, row) for row in rows[:limit]]
    nodes: dict[str, AnyEntity] = {start.value.id: start.value}
    for row in kept:
        nodes.setdefault(row.id, row)
    links = [Link(row.link_source, row.link_target, row.link_type) for row in kept]
    found = Neighbourhood(nodes=list(nodes.values()), links=links, complete=len(rows) <= limit)
    return Reading(start.revision, found)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entities are asked for; what is ``None`` or empty asks for all.

    ``area_id``: what belongs to that area or a part of it. ``q``: a part of the name. ``conditions``: all are met, of
    ``kind``. ``lacks``: joined to nothing by relationships of these types. ``related_to``: joined to that entity.
    """

    kind: Kind | None = None
    area_id: str | None = None
    q: str | None = None
    conditions: Sequence[Condition] = ()
    lacks: Sequence[Relationship] = ()
    related_to: str | None = None


def listed(engine: Engine, *, wanted: Wanted, paging: Paging) -> Reading[Page[AnyEntity]]:
    """Return the entities that stand today and are wanted, by id; raise NotFoundError for an unknown area or entity."""
    is_broad = wanted.area_id is not None and is_broad_area(engine, id=wanted.area_id)
    if wanted.related_to is not None:
        entity(engine, id=wanted.related_to)
    # In a broad area there are more ways down to all that belongs there than up from those of one kind.
    way = "_of_kind_in_area" if is_broad and wanted.kind is not None else _narrowest(wanted)
    is_whole = way in _ALL_IDS and not (wanted.q is not None or wanted.conditions or wanted.lacks)
    # Who asks for all need not have each of them looked at to be counted.
    query = _ALL_IDS[way] if is_whole else _IDS[way]
    given: dict[str, Value] = {
        "kind": wanted.kind,
        "area_id": wanted.area_id,
        "q": wanted.q,
        "conditions": [{"key": one.key, "comparison": one.comparison, "value": one.value} for one in wanted.conditions],
        "lacks": [type.value for type in wanted.lacks],
        "related_to": wanted.related_to,
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
    return Reading(found, Page(records(engine, AnyEntity, ids=ids), found.total, after))


def records(engine: Engine, shape: type[E], *, ids: Sequence[str]) -> list[E]:
    """Return the entities of those ids, by id, in a shape."""
    if not ids:
        return []
    return [shaped(shape, row) for row in _RECORDS.all(engine, ids=[*ids], ties=ALL_TIES, day=STANDING)]


def _narrowest(wanted: Wanted) -> str:
    """Return the way into the entities that meets the fewest."""
    ways = ((wanted.area_id, "_in_area"), (wanted.related_to, "_related"), (wanted.kind, "_of_kind"))
    return next((way for given, way in ways if given is not None), "")
