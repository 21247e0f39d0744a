"""Any entity, and what it touches."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.engines import Engine
from graph.errors import NotFoundError
from graph.hierarchies import shown
from graph.query import Query
from graph.rows import AnyEntity, Neighbour
from graph.vocabulary import Relationship

_ENTITY = Query("entities/record", AnyEntity)
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


def entity(engine: Engine, *, id: str) -> AnyEntity:
    """Return the record of any entity, standing or closed; raise NotFoundError."""
    found = _ENTITY.first(engine, id=id)
    if found is None:
        raise NotFoundError(f"No entity has the id {shown(id)}.")
    return found


def neighbours(engine: Engine, *, id: str, types: Sequence[Relationship], limit: int) -> Neighbourhood:
    """Return an entity and at most ``limit`` relationships it has today, of those types, by type and then id.

    Raise NotFoundError. A closed entity touches nothing today.
    """
    start = entity(engine, id=id)
    rows = _NEIGHBOURS.all(engine, id=id, types=[type.value for type in types], limit=limit + 1)
    kept = rows[:limit]
    nodes: dict[str, AnyEntity] = {start.id: start}
    for row in kept:
        nodes.setdefault(row.id, row)
    links = [Link(row.link_source, row.link_target, row.link_type) for row in kept]
    return Neighbourhood(nodes=list(nodes.values()), links=links, complete=len(rows) <= limit)
