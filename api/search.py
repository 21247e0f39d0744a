"""Search: anything by what people call it."""

from fastapi import APIRouter, Response

from api.dependencies import Asked
from api.fairness import BoundedRoute
from api.limits import DEFAULT_HITS
from api.parameters import HitLimit, KindFilter, Sought
from graph.answers import Hits
from graph.search import search


def search_router() -> APIRouter:
    """Return the route that finds."""
    router = APIRouter(prefix="/v1/search", tags=["search"], route_class=BoundedRoute)
    router.get("", response_model=Hits, operation_id="search", summary="What a text finds, best first")(find)
    return router


def find(asked: Asked, q: Sought, kind: KindFilter = None, limit: HitLimit = DEFAULT_HITS) -> Response:
    """Find what stands today by a part of its name, pinyin, initials, id, code, or by an address as people write it.

    Best first: what agrees exactly, what stands at the address, what begins so, what holds it; of these the higher in
    the tree, then by id. Each comes with its chain: the names around or above it, nearest first.
    """
    found = search(asked.engine, text=q, kind=kind, limit=limit)
    return asked.answer(found.map(lambda hits: Hits(items=hits)))
