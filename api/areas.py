"""Territory: the city, its counties, towns, communities and villages, and the grids, compounds and buildings in them."""

from fastapi import APIRouter, Response

from api.area_answers import add_answers
from api.dependencies import AskedPage
from api.errors import Fault, ParameterError
from api.fairness import BoundedRoute
from api.parameters import AreaCategoryFilter, AreaId, AreaKindFilter, Id, Identifier, MaxDepth, NamePart
from api.walks import Walks
from graph.answers import AreaList, AreaNode, AreaStepList
from graph.engines import Engine
from graph.kind_words import kind_words
from graph.questions import lists, trees
from graph.questions.trees import AREAS
from graph.shapes import Area
from graph.vocabulary import AreaCategory, Kind
from words import enumerated, said


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
    _refuse_unknown(asked.engine, category)
    _refuse_contradictions(asked.engine, kind, category)
    found = lists.areas(
        asked.engine, kind=kind, category=category, area_id=area_id, q=q, paging=asked.paging, identifier=identifier
    )
    return asked.answer(AreaList, found)


def _refuse_unknown(engine: Engine, category: str | None) -> None:
    # The register's categories are those of every graph: only for another must its data set be asked.
    if category is None or category in {word.value for word in AreaCategory}:
        return
    known = kind_words(engine).categories
    if category not in known:
        raise ParameterError(
            Fault("query", "category", said("Input should be one of {known}", known=enumerated(known)))
        )


def _refuse_contradictions(engine: Engine, kind: Kind | None, category: str | None) -> None:
    if kind is None or category is None or lists.can_bear(engine, kind=kind, category=category):
        return
    raise ParameterError(
        Fault(
            "query",
            "kind",
            said("A {kind} is of another category, or of none. Leave out kind, or category.", kind=kind),
        ),
        Fault(
            "query",
            "category",
            said("No {kind} is of category {category}; areas of another kind are.", kind=kind, category=category),
        ),
    )


def descendants(id: Id, asked: AskedPage, max_depth: MaxDepth = None, kind: AreaKindFilter = None) -> Response:
    """List the parts of it at every level, nearest first and then by id. It is not in the list itself."""
    found = trees.descendants(
        asked.engine, AREAS, id=id, max_depth=max_depth, tier=None, kind=kind, paging=asked.paging
    )
    return asked.answer(AreaStepList, found)
