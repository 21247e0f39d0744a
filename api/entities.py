"""Any entity by its id, and what it touches."""

from fastapi import APIRouter

from api import records
from api.dependencies import GraphEngine
from api.parameters import DEFAULT_NEIGHBOURS, Id, NeighbourLimit, RelationshipTypes
from api.records import AnyRecord, Neighbourhood
from graph import entities
from graph.vocabulary import Relationship


def entities_router() -> APIRouter:
    """Return the routes that take any entity's id."""
    router = APIRouter(prefix="/v1/entities", tags=["entities"])
    router.get("/{id}", operation_id="get_entity", summary="Any entity by its id")(record)
    router.get("/{id}/neighbours", operation_id="get_entity_neighbours", summary="What it touches")(neighbours)
    return router


def record(id: Id, engine: GraphEngine) -> AnyRecord:
    """Answer the record of any entity, standing or closed, with the fields of its family."""
    return records.record(entities.entity(engine, id=id))


def neighbours(
    id: Id, engine: GraphEngine, types: RelationshipTypes = None, limit: NeighbourLimit = DEFAULT_NEIGHBOURS
) -> Neighbourhood:
    """Answer the entity, what it touches today and how; complete is false when the limit cut some off."""
    found = entities.neighbours(engine, id=id, types=types or [*Relationship], limit=limit)
    return Neighbourhood(nodes=[*map(records.record, found.nodes)], links=found.links, complete=found.complete)
