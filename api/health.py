"""Whether the program runs, and whether it can answer."""

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from api.dependencies import GraphEngine
from api.errors import NotReadyError
from graph.loading import held_data_set


class Health(BaseModel):
    """How it is."""

    status: Literal["live", "ready"]


def health_router() -> APIRouter:
    """Return the routes that whoever runs the program asks."""
    router = APIRouter(prefix="/healthz", tags=["health"])
    router.get("/live", operation_id="get_live", summary="The program runs")(live)
    router.get("/ready", operation_id="get_ready", summary="The graph is loaded and answers")(ready)
    return router


# Async, so that it answers even while every thread waits for Neo4j.
async def live(response: Response) -> Health:
    """Say that the program runs; it asks nothing of Neo4j."""
    response.headers["Cache-Control"] = "no-store"
    return Health(status="live")


def ready(response: Response, engine: GraphEngine) -> Health:
    """Say that Neo4j answers and a data set is loaded to its end; a problem with status 503 otherwise."""
    held = held_data_set(engine)
    if held is None or not held.is_complete:
        raise NotReadyError("No data set is loaded to its end.")
    response.headers["Cache-Control"] = "no-store"
    return Health(status="ready")
