"""How two entities are joined."""

from fastapi import APIRouter, Response

from api.dependencies import Asked
from api.fairness import BoundedRoute
from api.parameters import FromId, MaxLength, ToId
from graph.answers import Path, path_record
from graph.questions.paths import MAX_LENGTH, shortest_path


def paths_router() -> APIRouter:
    """Return the route of paths."""
    router = APIRouter(prefix="/v1/paths", tags=["entities"], route_class=BoundedRoute)
    router.get("", response_model=Path, operation_id="get_path", summary="The shortest way between two")(path)
    return router


def path(asked: Asked, from_id: FromId, to_id: ToId, max_length: MaxLength = MAX_LENGTH) -> Response:
    """Answer one shortest path over what stands today, in either direction; nothing when none is short enough.

    Of equally short ones it is the one whose ids come first. Both ends being one, it is that entity alone.
    """
    found = shortest_path(asked.engine, from_id=from_id, to_id=to_id, max_length=max_length)
    return asked.answer(found.map(path_record))
