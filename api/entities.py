"""Any entity by its id, and what it touches."""

from fastapi import APIRouter, Response

from api import records
from api.dependencies import Asked
from api.parameters import DEFAULT_NEIGHBOURS, Id, NeighbourLimit, RelationshipTypes
from api.records import AnyRecord, Neighbourhood
from graph import entities
from graph.vocabulary import Relationship


def entities_router() -> APIRouter:
    """Return the routes that take any entity's id."""
    router = APIRouter(prefix="/v1/entities", tags=["entities"])
    router.get("/{id}", response_model=AnyRecord, operation_id="get_entity", summary="Any entity by its id")(record)
    router.get(
        "/{id}/neighbours",
        response_model=Neighbourhood,
        operation_id="get_entity_neighbours",
        summary="What it touches",
    )(neighbours)
    return router


def record(id: Id, asked: Asked) -> Response:
    """Answer the record of any entity, standing or closed, with the fields of its family."""
    return asked.answer(entities.entity(asked.engine, id=id).map(records.record))


def neighbours(
    id: Id, asked: Asked, types: RelationshipTypes = None, limit: NeighbourLimit = DEFAULT_NEIGHBOURS
) -> Response:
    """Answer the entity, what it touches today and how; complete is false when the limit cut some off."""
    found = entities.neighbours(asked.engine, id=id, types=types or [*Relationship], limit=limit)
    return asked.answer(found.map(records.neighbourhood))
