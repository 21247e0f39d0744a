"""Units: every body outside the chain, and the alliances each belongs to."""

from fastapi import APIRouter, Response

from api.dependencies import Asked, AskedPage
from api.errors import Fault, ParameterError
from api.fairness import BoundedRoute
from api.parameters import AreaId, Id, Identifier, IsMember, Line, NamePart, UnitCategoryFilter, UnitScope
from graph.answers import UnitAllianceList, UnitList, unit_alliance
from graph.questions import alliances, lists
from graph.questions.alliances import Scope
from graph.shapes import Unit
from graph.vocabulary import UnitCategory
from words import said


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
    _refuse_contradictions(category, line)
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


def _refuse_contradictions(category: UnitCategory | None, line: str | None) -> None:
    if line is not None and category not in {None, UnitCategory.DEPARTMENT}:
        raise ParameterError(Fault("query", "line", said("Only departments have a line. Leave out line, or category.")))


def record(id: Id, asked: Asked) -> Response:
    """Answer the record of a unit, standing or closed."""
    return asked.answer(alliances.unit(asked.engine, id=id))


def unit_alliances(id: Id, asked: AskedPage, scope: UnitScope = Scope.DIRECT) -> Response:
    """List the alliances it belongs to, by id; transitive, one that guides several of them once for each."""
    found = alliances.participations(asked.engine, unit_id=id, scope=scope, paging=asked.paging)
    return asked.answer(UnitAllianceList, found.map(lambda page: page.of(unit_alliance)))
