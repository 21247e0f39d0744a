"""The published figures beside what the graph counts."""

from fastapi import APIRouter, Response

from api.dependencies import AskedPage
from api.fairness import BoundedRoute
from graph.answers import FigureList
from graph.pages import Page, Paging, page
from graph.questions.ordering import ordered
from graph.questions.reconciliation import Line, reckoning
from graph.readings import Reading


def reconcile_router() -> APIRouter:
    """Return the route of the reckoning."""
    router = APIRouter(prefix="/v1", tags=["reconcile"], route_class=BoundedRoute)
    router.get(
        "/reconcile", response_model=FigureList, operation_id="list_reconciliation", summary="Published and counted"
    )(reconciliation)
    return router


def reconciliation(asked: AskedPage) -> Response:
    """List each published figure with what the graph counts, in the data set's order.

    counted and agrees are null for what cannot be counted yet; note says why a figure may differ.
    """

    # The figures are counted once it is clear that there is a list to answer.
    def ask(paging: Paging) -> Reading[Page[Line]]:
        reckoned = reckoning(asked.engine)
        start = 0 if paging.after is None else int(paging.after[0])
        lines = [*enumerate(reckoned.value, start=1)]
        found = page(lines[start:], size=paging.size, total=len(lines), key=lambda line: (line[0],))
        return Reading(reckoned.revision, found.of(lambda line: line[1]))

    return asked.answer(FigureList, ordered(asked.paging, ask, Line))
