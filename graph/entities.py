"""Any entity, and what it touches."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.engines import Engine
from graph.query import Query
from graph.readings import Reading, one
from graph.rows import AnyEntity, EntityRecord, Neighbour
from graph.vocabulary import Relationship

_ENTITY = Query("entities/record", EntityRecord)
_NEIGHBOURS = Query("entities/neighbours", Neighbour)


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
    return one(_ENTITY, engine, noun="entity", id=id)


def neighbours(engine: Engine, *, id: str, types: Sequence[Relationship], limit: int) -> Reading[Neighbourhood]:
    """Return an entity and at most ``limit`` relationships it has today, of those types, by type and then id.

    Raise NotFoundError. A closed entity touches nothing today.
    """
    start = entity(engine, id=id)
    rows = _NEIGHBOURS.all(engine, id=id, types=[type.value for type in types], limit=limit + 1)
    kept = rows[:limit]
    nodes: dict[str, AnyEntity] = {start.value.id: start.value}
    for row in kept:
        nodes.setdefault(row.id, row)
    links = [Link(row.link_source, row.link_target, row.link_type) for row in kept]
    found = Neighbourhood(nodes=list(nodes.values()), links=links, complete=len(rows) <= limit)
    return Reading(start.revision, found)
