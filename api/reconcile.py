"""The published figures beside what the graph counts."""

from fastapi import APIRouter

from api.dependencies import GraphEngine, Pages
from api.records import FigureList
from graph.pages import Page, page
from graph.reconciliation import reckoning


def reconcile_router() -> APIRouter:
    """Return the route of the reckoning."""
    router = APIRouter(prefix="/v1", tags=["reconcile"])
    router.get("/reconcile", operation_id="list_reconciliation", summary="Published and counted")(reconciliation)
    return router


def reconciliation(engine: GraphEngine, pages: Pages) -> FigureList:
    """List each published figure with what the graph counts, in the data set's order.

    counted and agrees are null for what cannot be counted yet; note says why a figure may differ.
    """
    start = 0 if pages.paging.after is None else int(pages.paging.after[0])
    lines = [*enumerate(reckoning(engine), start=1)]
    found = page(lines[start:], size=pages.paging.size, total=len(lines), key=lambda line: (line[0],))
    return pages.listing(FigureList, Page([line for _, line in found.items], found.total, found.after))
