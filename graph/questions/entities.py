"""Any entity, and what it touches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from graph.engines import Engine
from graph.query import Query
from graph.readings import Reading, recorded
from graph.shapes import AnyEntity, Entity, Neighbour
from graph.stated import ALL_TIES, STANDING, StatedEntity, StatedNeighbour, shaped, types_on
from graph.vocabulary import Kind, Relationship

E = TypeVar("E", bound=Entity)

_NEIGHBOURS = Query("entities/neighbours", StatedNeighbour)
_RECORDS = Query("entities/records", StatedEntity)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship between two entities, by their ids."""

    source: str
    target: str
    type: Relationship


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An entity, what it touches, and how; ``complete`` is false when the limit cut some off."""

    nodes: list[AnyEntity]
    links: list[Link]
    complete: bool


def entity(engine: Engine, *, id: str, day: date = STANDING) -> Reading[AnyEntity]:
    """Return the record of any entity as of a day, standing or closed; raise NotFoundError."""
    return recorded(engine, AnyEntity, noun="entity", id=id, kinds=Kind, day=day)


def neighbours(
    engine: Engine, *, id: str, types: Sequence[Relationship], limit: int, day: date = STANDING
) -> Reading[Surroundings]:
    """Return an entity and at most ``limit`` relationships it has on a day, of those types, by type and then id.

    Raise NotFoundError. A closed entity touches nothing today.
    """
    start = entity(engine, id=id, day=day)
    rows = _NEIGHBOURS.all(engine, id=id, types=types_on(day, types), limit=limit + 1, ties=ALL_TIES, day=day)
    kept = [shaped(Neighbour, row) for row in rows[:limit]]
    nodes: dict[str, AnyEntity] = {start.value.id: start.value}
    for row in kept:
        nodes.setdefault(row.id, row)
    links = [Link(row.link_source, row.link_target, row.link_type) for row in kept]
    found = Surroundings(nodes=list(nodes.values()), links=links, complete=len(rows) <= limit)
    return Reading(start.revision, found)


def records(engine: Engine, shape: type[E], *, ids: Sequence[str], day: date = STANDING) -> list[E]:
    """Return the entities of those ids as they were on a day, by id, in a shape."""
    if not ids:
        return []
    return [shaped(shape, row) for row in _RECORDS.all(engine, ids=[*ids], ties=ALL_TIES, day=day)]
