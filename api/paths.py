"""How two entities are joined."""

from fastapi import APIRouter

from api.dependencies import GraphEngine
from api.parameters import FromId, MaxLength, ToId
from api.records import Path, path_record
from graph.paths import MAX_LENGTH, shortest_path


def paths_router() -> APIRouter:
    """Return the route of paths."""
    router = APIRouter(prefix="/v1/paths", tags=["entities"])
    router.get("", operation_id="get_path", summary="The shortest way between two")(path)
    return router


def path(engine: GraphEngine, from_id: FromId, to_id: ToId, max_length: MaxLength = MAX_LENGTH) -> Path:
    """Answer one shortest path over what stands today, in either direction; nothing when none is short enough.

    Of equally short ones it is the one whose ids come first. Both ends being one, it is that entity alone.
    """
    found = shortest_path(engine, from_id=from_id, to_id=to_id, max_length=max_length)
    return path_record(found)
