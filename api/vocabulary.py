"""The words of the graph: what there can be, and how many there are."""

from fastapi import APIRouter, Response

from api.dependencies import Asked
from api.fairness import BoundedRoute
from graph.questions.dictionary import Dictionary, dictionary


def vocabulary_router() -> APIRouter:
    """Return the route of the vocabulary."""
    router = APIRouter(prefix="/v1/vocabulary", tags=["vocabulary"], route_class=BoundedRoute)
    router.get("", response_model=Dictionary, operation_id="get_vocabulary", summary="Every kind and relationship")(
        vocabulary
    )
    return router


def vocabulary(asked: Asked) -> Response:
    """Answer every kind with its properties and relationships, every type of relationship, and how many stand today."""
    return asked.answer(dictionary(asked.engine))
