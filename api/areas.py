"""Territory: the city, its counties, towns, communities and villages, and the grids, compounds and buildings in them."""

from fastapi import APIRouter

from api.dependencies import GraphEngine, Pages
from api.errors import Fault, ParameterError
from api.parameters import AreaCategoryFilter, AreaId, AreaKindFilter, Id, MaxDepth, NamePart
from api.records import AreaList, AreaNode
from api.walks import Walks
from graph import hierarchies, listings
from graph.engines import Engine
from graph.hierarchies import AREAS
from graph.rows import Area
from graph.vocabulary import AreaCategory, Kind


def areas_router() -> APIRouter:
    """Return the routes of areas."""
    router = APIRouter(prefix="/v1/areas", tags=["areas"])
    router.get("", operation_id="list_areas", summary="Areas, filtered")(list_areas)
    Walks(AREAS, "area", Area, AreaNode, AreaList).add_to(router)
    router.get("/{id}/descendants", operation_id="list_area_descendants", summary="What stands below")(descendants)
    return router


def list_areas(
    engine: GraphEngine,
    pages: Pages,
    kind: AreaKindFilter = None,
    category: AreaCategoryFilter = None,
    area_id: AreaId = None,
    q: NamePart = None,
) -> AreaList:
    """List the areas that stand today, by id. With area_id: that area and every part of it."""
    _refuse_contradictions(engine, kind, category)
    found = listings.areas(engine, kind=kind, category=category, area_id=area_id, q=q, paging=pages.paging)
    return pages.listing(AreaList, found)


def _refuse_contradictions(engine: Engine, kind: Kind | None, category: AreaCategory | None) -> None:
    if kind is None or category is None or listings.can_bear(engine, kind=kind, category=category):
        return
    raise ParameterError(
        Fault("query", "kind", f"A {kind} is of another category, or of none. Leave out kind, or category."),
        Fault("query", "category", f"No {kind} is of category {category}; areas of another kind are."),
    )


def descendants(
    id: Id, engine: GraphEngine, pages: Pages, max_depth: MaxDepth = None, kind: AreaKindFilter = None
) -> AreaList:
    """List the parts of it at every level, nearest first and then by id. It is not in the list itself."""
    found = hierarchies.descendants(
        engine, AREAS, id=id, max_depth=max_depth, tier=None, kind=kind, paging=pages.paging
    )
    return pages.listing(AreaList, found)
