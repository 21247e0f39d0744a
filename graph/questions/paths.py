"""The shortest way from one entity to another, over what joins them on a day."""

from dataclasses import dataclass
from datetime import date

from graph.engines import Engine
from graph.query import Query
from graph.questions.entities import Link, entity
from graph.readings import Reading
from graph.shapes import AnyEntity
from graph.stated import ALL_TIES, STANDING, StatedNeighbour, shaped

MAX_LENGTH = 12
"""How many relationships a path may have: the statement's own ceiling."""

_SHORTEST = Query("paths/shortest", StatedNeighbour)


@dataclass(frozen=True, slots=True)
class ShortestPath:
    """The entities of a path in its order, and what joins each to the next; both are empty when there is none."""

    nodes: list[AnyEntity]
    links: list[Link]


def shortest_path(
    engine: Engine, *, from_id: str, to_id: str, max_length: int, day: date = STANDING
) -> Reading[ShortestPath]:
    """Return one shortest path of at most ``max_length`` relationships, each taken in either direction.

    Of paths that are equally short it is the one whose ids, one after the other from its start, come first: the same
    question has one answer. An entity alone is the path to itself. A closed entity is joined to nothing today. Raise
    NotFoundError, which names the id.
    """
    start = entity(engine, id=from_id, day=day)
    entity(engine, id=to_id, day=day)
    if from_id == to_id:
        return Reading(start.revision, ShortestPath([start.value], []))
    steps = _SHORTEST.all(engine, from_id=from_id, to_id=to_id, ties=ALL_TIES, day=day)
    # A bound of Cypher's cannot be a parameter, and a condition on the length makes Neo4j try every path there is.
    if not 1 <= len(steps) <= max_length:
        return Reading(start.revision, ShortestPath([], []))
    links = [Link(step.link_source, step.link_target, step.link_type) for step in steps]
    return Reading(start.revision, ShortestPath([start.value, *(shaped(AnyEntity, step) for step in steps)], links))
