"""Units: every body outside the chain, and the alliances each belongs to."""

from fastapi import APIRouter, Response

from api.dependencies import Asked, AskedPage
from api.fairness import BoundedRoute
from api.parameters import AreaId, Id, Identifier, IsMember, Line, NamePart, UnitCategoryFilter, UnitScope
from graph.answers import UnitAlliance, UnitAllianceList, UnitList, unit_alliance
from graph.pages import Page, Paging
from graph.questions import alliances, lists
from graph.questions.alliances import Scope
from graph.questions.ordering import ordered
from graph.readings import Reading
from graph.shapes import Unit


def units_router() -> APIRouter:
    """Return the routes of units."""
    router = APIRouter(prefix="/v1/units", tags=["units"], route_class=BoundedRoute)
    router.get("", response_model=UnitList, operation_id="list_units", summary="Units, filtered")(list_units)
    router.get("/{id}", response_model=Unit, operation_id="get_unit", summary="One by its id")(record)
    router.get(
        "/{id}/alliances",
        response_model=UnitAllianceList,
        operation_id="list_unit_alliances",
        summary="What it belongs to",
    )(unit_alliances)
    return router


def list_units(
    asked: AskedPage,
    category: UnitCategoryFilter = None,
    line: Line = None,
    member: IsMember = None,
    area_id: AreaId = None,
    q: NamePart = None,
    identifier: Identifier = None,
) -> Response:
    """List the units that stand today, by id. With area_id: those there or in a part of it, or in an alliance of one of these."""
    found = lists.units(
        asked.engine,
        category=category,
        line=line,
        member=member,
        area_id=area_id,
        q=q,
        paging=asked.paging,
        identifier=identifier,
    )
    return asked.answer(UnitList, found)


def record(id: Id, asked: Asked) -> Response:
    """Answer the record of a unit, standing or closed."""
    return asked.answer(alliances.unit(asked.engine, id=id))


def unit_alliances(id: Id, asked: AskedPage, scope: UnitScope = Scope.DIRECT) -> Response:
    """List the alliances it belongs to, by id; transitive, one that guides several of them once for each."""

    def ask(paging: Paging) -> Reading[Page[UnitAlliance]]:
        found = alliances.participations(asked.engine, unit_id=id, scope=scope, paging=paging)
        return found.map(lambda page: page.of(unit_alliance))

    found = ordered(asked.paging, ask, UnitAlliance, id_of=lambda one: f"{one.alliance.id} {one.via_id}")
    return asked.answer(UnitAllianceList, found)
