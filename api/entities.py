"""Entities of any kind: those of an area, one by its id, and what it touches."""

from fastapi import APIRouter, Response

from api.dependencies import Asked, AskedPage
from api.fairness import BoundedRoute
from api.parameters import (
    DEFAULT_NEIGHBOURS,
    AreaId,
    Conditions,
    Id,
    Identifier,
    KindFilter,
    LackedTypes,
    NamePart,
    NeighbourLimit,
    RelatedTo,
    RelationshipTypes,
)
from graph import answers
from graph.answers import AnyRecord, EntityList, Neighbourhood
from graph.kind_words import OPEN_KINDS, KindWords, kind_words
from graph.questions import entities, lists
from graph.questions.conditions import condition
from graph.questions.lists import Wanted
from graph.vocabulary import Relationship


def entities_router() -> APIRouter:
    """Return the routes of entities of any kind."""
    router = APIRouter(prefix="/v1/entities", tags=["entities"], route_class=BoundedRoute)
    router.get("", response_model=EntityList, operation_id="list_entities", summary="Any kind, filtered")(list_entities)
    router.get("/{id}", response_model=AnyRecord, operation_id="get_entity", summary="Any entity by its id")(record)
    router.get(
        "/{id}/neighbours",
        response_model=Neighbourhood,
        operation_id="get_entity_neighbours",
        summary="What it touches",
    )(neighbours)
    return router


def list_entities(
    asked: AskedPage,
    kind: KindFilter = None,
    area_id: AreaId = None,
    q: NamePart = None,
    where: Conditions = None,
    lacks: LackedTypes = None,
    related_to: RelatedTo = None,
    identifier: Identifier = None,
) -> Response:
    """List the entities of any kind that stand today, by id, that meet all that is asked."""
    # What a property of these may be is the data set's to say; of every other kind the model's words are all there are.
    words = kind_words(asked.engine) if where and kind in OPEN_KINDS else KindWords()
    wanted = Wanted(
        kinds=[] if kind is None else [kind],
        area_id=area_id,
        q=q,
        conditions=[condition(kind, text, words) for text in where or []],
        lacks=lacks or [],
        related_to=related_to,
        identifier=identifier,
    )
    found = lists.entities(asked.engine, wanted=wanted, paging=asked.paging)
    return asked.answer(EntityList, found.map(lambda page: page.of(answers.record)))


def record(id: Id, asked: Asked) -> Response:
    """Answer the record of any entity, standing or closed, with the fields of its family and the properties of its kind."""
    return asked.answer(entities.entity(asked.engine, id=id).map(answers.record))


def neighbours(
    id: Id, asked: Asked, types: RelationshipTypes = None, limit: NeighbourLimit = DEFAULT_NEIGHBOURS
) -> Response:
    """Answer the entity, what it touches today and how; complete is false when the limit cut some off."""
    found = entities.neighbours(asked.engine, id=id, types=types or [*Relationship], limit=limit)
    return asked.answer(found.map(answers.neighbourhood))
