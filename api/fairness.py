"""Many at once: each question is answered in the lane of its weight, and given up when whoever asked it has gone.

So heavy questions wait for heavy ones, light ones for nobody, and no client takes all of either. What the lanes share out is
the worker threads; as each question holds one connection to Neo4j at most, these never run out either.
"""

import asyncio
import logging
import os
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive

from api.client_network import client_network
from api.errors import BusyError
from api.lanes import Bounds, Lane, Turn
from api.weights import COSTS, Weight
from graph.abandoning import end
from graph.engines import Engine
from graph.engines.marks import Mark, marked
from graph.errors import EngineError
from graph.questions.breadth import Breadths
from words import language, said, speaking


def bounds(cores: int) -> dict[Weight, Bounds]:
    """Return how wide the lanes are on a machine of so many cores.

    What costs much keeps a core busy: more of it at a time than there are cores would answer no sooner, and make the light
    questions wait. All lanes together are narrower than the forty threads there are, so that what finds its place in one
    finds a thread at once.
    """
    places = min(max(cores, 2), 8)
    return {
        Weight.LIGHT: Bounds(places=8, places_each=8, queue=None, queue_each=None, seconds=20.0),
        Weight.MIDDLING: Bounds(places, places_each=max(2, places - 1), queue=64, queue_each=32, seconds=5.0),
        Weight.HEAVY: Bounds(places, places_each=places // 2, queue=32, queue_each=8, seconds=5.0),
    }


BOUNDS = bounds(os.cpu_count() or 1)
_REFUSALS_A_SECOND = 200
_LOG_SECONDS = 60.0
_ENDING_SECONDS = 0.2
# Sent to nobody: the client has gone.
_NOBODY = Response(status_code=HTTPStatus.NO_CONTENT)

_LOG = logging.getLogger("wuji.api")


class Visit:
    """One question under way: the client's turn, and the mark of what is asked of Neo4j for it."""

    def __init__(self, client: str) -> None:
        self.client = client
        self.mark = Mark()
        self.turn = Turn(client)
        self.is_over = False


class Fairness:
    """The lanes of one application, and who is in them."""

    def __init__(self, engine: Engine, lanes: Mapping[Weight, Bounds] = BOUNDS) -> None:
        self._engine = engine
        self._lanes = {weight: Lane(of) for weight, of in lanes.items()}
        self._breadths = Breadths()
        self._refusals = Refusals()

    async def answered(self, request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        """Answer a request in its lane; raise BusyError when there is no room in it."""
        visit = Visit(client_of(request))
        watch = asyncio.create_task(self._watch(request.receive, visit))
        try:
            lane = self._lanes[await self._weight(request, visit)]
            async with lane.place(visit.turn):
                with marked(visit.mark):
                    return await answer(request)
        except BusyError:
            if not visit.mark.is_abandoned:
                await self._refusals.paced()
                raise
            return _NOBODY
        except EngineError:
            if not visit.mark.is_abandoned:
                raise
            return _NOBODY
        finally:
            visit.is_over = True
            watch.cancel()

    async def _weight(self, request: Request, visit: Visit) -> Weight:
        asked = {**request.query_params, **request.path_params}
        cost = COSTS[cast("APIRoute", request.scope["route"]).operation_id or ""]
        weight = cost.weight(asked)
        for id in cost.about(asked) if weight < Weight.HEAVY else ():
            broad = self._breadths.known(id)
            if broad is None:
                async with self._lanes[Weight.LIGHT].place(Turn(visit.client)):
                    broad = await run_in_threadpool(self._breadths.asked, self._engine, id)
            if broad:
                return Weight.HEAVY
        return weight

    async def _watch(self, receive: Receive, visit: Visit) -> None:
        """Wait until the client has gone; then end its wait for a turn, and whatever Neo4j still does for it."""
        while (await receive())["type"] != "http.disconnect":
            pass
        visit.mark.is_abandoned = True
        visit.turn.wake()
        while not visit.is_over:
            # Again and again: what was sent when it was given up may arrive only after it was looked for.
            await run_in_threadpool(self._end, visit.mark)
            await asyncio.sleep(_ENDING_SECONDS)

    def _end(self, mark: Mark) -> None:
        try:
            end(self._engine, mark)
        except EngineError as error:
            # It ends at its time limit all the same.
            _LOG.debug("A statement could not be ended: %s", error)


class Refusals:
    """Refusals, not more of them in a second than are cheap: of a flood the later ones wait a little.

    Otherwise those who ask again at once, as fast as they are refused, would keep the one event loop busy with nothing else.
    """

    def __init__(self) -> None:
        # The log speaks one language, whoever is refused.
        self._language = language()
        self._next = 0.0
        self._since_logged = 0
        self._logged = -_LOG_SECONDS

    async def paced(self) -> None:
        """Wait until this refusal is due: at once, unless others came just before it."""
        now = time.monotonic()
        due = self._next = max(now, self._next + 1 / _REFUSALS_A_SECOND)
        self._tell(now)
        await asyncio.sleep(due - now)

    def _tell(self, now: float) -> None:
        # A line a minute: a flood of requests is to be no flood of lines.
        self._since_logged += 1
        if now - self._logged >= _LOG_SECONDS:
            with speaking(self._language):
                total = self._since_logged
                _LOG.warning(
                    "%s", said("Too much is asked at once: {total} refused since this was last said.", total=total)
                )
            self._since_logged, self._logged = 0, now


class BoundedRoute(APIRoute):
    """A route whose questions are answered in the lane of their weight, as ``api.weights`` declares it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, which first finds its place."""
        answer = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            fairness = cast("Fairness", cast("FastAPI", request.app).state.fairness)
            return await fairness.answered(request, answer)

        return bounded


def client_of(request: Request) -> str:
    """Return what is one client, empty when nobody can tell."""
    return "" if request.client is None else client_network(request.client.host)
