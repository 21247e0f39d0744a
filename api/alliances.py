"""Alliances and leading groups, and which units belong to them."""

from fastapi import APIRouter, Response

from api.dependencies import Asked, AskedPage
from api.fairness import BoundedRoute
from api.parameters import AllianceLevelFilter, AreaId, Id, Identifier, MemberScope, NamePart
from graph.answers import AllianceList, Member, MemberList, member
from graph.pages import Page, Paging
from graph.questions import alliances, lists
from graph.questions.alliances import Scope
from graph.questions.ordering import ordered
from graph.readings import Reading
from graph.shapes import Alliance


def alliances_router() -> APIRouter:
    """Return the routes of alliances."""
    router = APIRouter(prefix="/v1/alliances", tags=["alliances"], route_class=BoundedRoute)
    router.get("", response_model=AllianceList, operation_id="list_alliances", summary="Alliances, filtered")(
        list_alliances
    )
    router.get("/{id}", response_model=Alliance, operation_id="get_alliance", summary="One by its id")(record)
    router.get(
        "/{id}/members", response_model=MemberList, operation_id="list_alliance_members", summary="Its member units"
    )(members)
    return router


def list_alliances(
    asked: AskedPage,
    level: AllianceLevelFilter = None,
    area_id: AreaId = None,
    q: NamePart = None,
    identifier: Identifier = None,
) -> Response:
    """List the alliances that stand today, by id. With area_id: those led in that area or a part of it."""
    found = lists.alliances(asked.engine, level=level, area_id=area_id, q=q, paging=asked.paging, identifier=identifier)
    return asked.answer(AllianceList, found)


def record(id: Id, asked: Asked) -> Response:
    """Answer the record of an alliance or a leading group, standing or closed."""
    return asked.answer(alliances.alliance(asked.engine, id=id))


def members(id: Id, asked: AskedPage, scope: MemberScope = Scope.DIRECT) -> Response:
    """List its memberships, one item each, by unit and then alliance."""

    def ask(paging: Paging) -> Reading[Page[Member]]:
        found = alliances.members(asked.engine, alliance_id=id, scope=scope, paging=paging)
        return found.map(lambda page: page.of(member))

    found = ordered(asked.paging, ask, Member, id_of=lambda one: f"{one.unit.id} {one.alliance_id}")
    return asked.answer(MemberList, found)
