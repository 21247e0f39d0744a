"""Alliances and leading groups, and which units belong to them."""

from fastapi import APIRouter

from api.dependencies import GraphEngine, Pages
from api.parameters import AllianceLevelFilter, AreaId, Id, MemberScope, NamePart
from api.records import AllianceList, MemberList, member
from graph import alliances, listings
from graph.alliances import Scope
from graph.pages import Page
from graph.rows import Alliance


def alliances_router() -> APIRouter:
    """Return the routes of alliances."""
    router = APIRouter(prefix="/v1/alliances", tags=["alliances"])
    router.get("", operation_id="list_alliances", summary="Alliances, filtered")(list_alliances)
    router.get("/{id}", operation_id="get_alliance", summary="One by its id")(record)
    router.get("/{id}/members", operation_id="list_alliance_members", summary="Its member units")(members)
    return router


def list_alliances(
    engine: GraphEngine,
    pages: Pages,
    level: AllianceLevelFilter = None,
    area_id: AreaId = None,
    q: NamePart = None,
) -> AllianceList:
    """List the alliances that stand today, by id. With area_id: those led in that area or a part of it."""
    found = listings.alliances(engine, level=level, area_id=area_id, q=q, paging=pages.paging)
    return pages.listing(AllianceList, found)


def record(id: Id, engine: GraphEngine) -> Alliance:
    """Answer the record of an alliance or a leading group, standing or closed."""
    return alliances.alliance(engine, id=id)


def members(id: Id, engine: GraphEngine, pages: Pages, scope: MemberScope = Scope.DIRECT) -> MemberList:
    """List its memberships, one item each, by unit and then alliance."""
    found = alliances.members(engine, alliance_id=id, scope=scope, paging=pages.paging)
    return pages.listing(MemberList, Page([*map(member, found.items)], found.total, found.after))
