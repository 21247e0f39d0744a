"""Whether the program runs, and whether it can answer."""

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Literal, cast

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel

from api.errors import NotReadyError
from api.soundness import Soundness
from graph.engines import Engine
from graph.loading import held_data_set
from words import said


class Health(BaseModel):
    """How it is."""

    status: Literal["live", "ready"]


class Readiness:
    """Whether the graph answers, asked by a thread of its own: no other question makes it wait.

    One asks for all: whoever comes while it is being asked is told the same.
    """

    def __init__(self, engine: Engine, soundness: Soundness) -> None:
        self._engine = engine
        self._soundness = soundness
        self._thread = ThreadPoolExecutor(1, "readiness")
        self._asked: Future[None] | None = None

    async def check(self) -> None:
        """Raise what stands against it: NotReadyError, or EngineError, DamagedError among them."""
        if self._asked is None or self._asked.done():
            self._asked = self._thread.submit(check, self._engine, self._soundness)
        # Whoever goes away leaves the question to the others.
        await asyncio.shield(asyncio.wrap_future(self._asked))


def health_router() -> APIRouter:
    """Return the routes that whoever runs the program asks."""
    router = APIRouter(prefix="/healthz", tags=["health"])
    router.get("/live", operation_id="get_live", summary="The program runs")(live)
    router.get("/ready", operation_id="get_ready", summary="The graph is loaded and answers")(ready)
    return router


# Async, both of them, so that they answer even while every other thread waits for Neo4j.
async def live(response: Response) -> Health:
    """Say that the program runs; it asks nothing of Neo4j."""
    response.headers["Cache-Control"] = "no-store"
    return Health(status="live")


async def ready(request: Request, response: Response) -> Health:
    """Say that Neo4j answers with a data set that was loaded to its end; a problem with status 503 otherwise.

    While a later state of it is being loaded the graph is whole between any two batches, and ready.
    """
    await cast("Readiness", cast("FastAPI", request.app).state.readiness).check()
    response.headers["Cache-Control"] = "no-store"
    return Health(status="ready")


def check(engine: Engine, soundness: Soundness) -> None:
    """Raise NotReadyError unless a data set was loaded to its end, DamagedError for a damaged graph; raise EngineError."""
    soundness.look_again()
    held = held_data_set(engine)
    if held is None or not held.is_answerable:
        raise NotReadyError(said("No data set is loaded to its end."))
