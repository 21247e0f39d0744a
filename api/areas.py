"""Territory: the city, its counties, towns, communities and villages, and the grids, compounds and buildings in them."""

from fastapi import APIRouter

from api.dependencies import GraphEngine, Pages
from api.parameters import AreaCategoryFilter, AreaId, AreaKindFilter, Id, MaxDepth, NamePart
from api.records import AreaList, AreaNode
from api.walks import Walks
from graph import hierarchies, listings
from graph.hierarchies import AREAS
from graph.rows import Area


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
    found = listings.areas(engine, kind=kind, category=category, area_id=area_id, q=q, paging=pages.paging)
    return pages.listing(AreaList, found)


def descendants(
    id: Id, engine: GraphEngine, pages: Pages, max_depth: MaxDepth = None, kind: AreaKindFilter = None
) -> AreaList:
    """List the parts of it at every level, nearest first and then by id. It is not in the list itself."""
    found = hierarchies.descendants(
        engine, AREAS, id=id, max_depth=max_depth, tier=None, kind=kind, paging=pages.paging
    )
    return pages.listing(AreaList, found)
