"""Territory: the city, its counties, towns, communities and villages, and the grids, compounds and buildings in them."""

from fastapi import APIRouter, Response

from api.area_answers import add_answers
from api.dependencies import AskedPage
from api.fairness import BoundedRoute
from api.parameters import AreaCategoryFilter, AreaId, AreaKindFilter, Id, Identifier, MaxDepth, NamePart
from api.walks import Walks
from graph.answers import AreaList, AreaNode, AreaStepList
from graph.questions import lists, trees
from graph.questions.trees import AREAS
from graph.shapes import Area


def areas_router() -> APIRouter:
    """Return the routes of areas."""
    router = APIRouter(prefix="/v1/areas", tags=["areas"], route_class=BoundedRoute)
    router.get("", response_model=AreaList, operation_id="list_areas", summary="Areas, filtered")(list_areas)
    Walks(AREAS, "area", Area, AreaNode, AreaStepList).add_to(router)
    router.get(
        "/{id}/descendants",
        response_model=AreaStepList,
        operation_id="list_area_descendants",
        summary="What stands below",
    )(descendants)
    add_answers(router)
    return router


def list_areas(
    asked: AskedPage,
    kind: AreaKindFilter = None,
    category: AreaCategoryFilter = None,
    area_id: AreaId = None,
    q: NamePart = None,
    identifier: Identifier = None,
) -> Response:
    """List the areas that stand today, by id. With area_id: that area and every part of it."""
    found = lists.areas(
        asked.engine, kind=kind, category=category, area_id=area_id, q=q, paging=asked.paging, identifier=identifier
    )
    return asked.answer(AreaList, found)


def descendants(id: Id, asked: AskedPage, max_depth: MaxDepth = None, kind: AreaKindFilter = None) -> Response:
    """List the parts of it at every level, nearest first and then by id. It is not in the list itself."""
    found = trees.descendants(
        asked.engine, AREAS, id=id, max_depth=max_depth, tier=None, kind=kind, paging=asked.paging
    )
    return asked.answer(AreaStepList, found)
