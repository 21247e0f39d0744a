"""Units: every body outside the chain, and the alliances each belongs to."""

from fastapi import APIRouter

from api.dependencies import GraphEngine, Pages
from api.errors import Fault, ParameterError
from api.parameters import AreaId, Id, IsMember, Line, NamePart, UnitCategoryFilter
from api.records import UnitAllianceList, UnitList, unit_alliance
from graph import alliances, listings
from graph.pages import Page
from graph.rows import Unit
from graph.vocabulary import UnitCategory


def units_router() -> APIRouter:
    """Return the routes of units."""
    router = APIRouter(prefix="/v1/units", tags=["units"])
    router.get("", operation_id="list_units", summary="Units, filtered")(list_units)
    router.get("/{id}", operation_id="get_unit", summary="One by its id")(record)
    router.get("/{id}/alliances", operation_id="list_unit_alliances", summary="What it belongs to")(unit_alliances)
    return router


def list_units(
    engine: GraphEngine,
    pages: Pages,
    category: UnitCategoryFilter = None,
    line: Line = None,
    member: IsMember = None,
    area_id: AreaId = None,
    q: NamePart = None,
) -> UnitList:
    """List the units that stand today, by id. With area_id: those in an alliance of that area or of a part of it."""
    _refuse_contradictions(category, line, member, area_id)
    found = listings.units(
        engine, category=category, line=line, member=member, area_id=area_id, q=q, paging=pages.paging
    )
    return pages.listing(UnitList, found)


def _refuse_contradictions(
    category: UnitCategory | None, line: str | None, member: bool | None, area_id: str | None
) -> None:
    if line is not None and category not in {None, UnitCategory.DEPARTMENT}:
        raise ParameterError(Fault("query", "line", "Only departments have a line. Leave out line, or category."))
    if area_id is not None and member is False:
        raise ParameterError(
            Fault("query", "member", "What is in no alliance is in no area's alliance. Leave out member, or area_id.")
        )


def record(id: Id, engine: GraphEngine) -> Unit:
    """Answer the record of a unit, standing or closed."""
    return alliances.unit(engine, id=id)


def unit_alliances(id: Id, engine: GraphEngine, pages: Pages) -> UnitAllianceList:
    """List the alliances it belongs to, by id."""
    found = alliances.participations(engine, unit_id=id, paging=pages.paging)
    return pages.listing(UnitAllianceList, Page([*map(unit_alliance, found.items)], found.total, found.after))
