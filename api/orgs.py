"""Party organisations: the five-level chain and the committees above it."""

from fastapi import APIRouter, Response

from api.dependencies import AskedPage
from api.fairness import BoundedRoute
from api.parameters import AreaId, Id, Identifier, MaxDepth, NamePart, OrgKindFilter, Tier
from api.walks import Walks
from graph.answers import AllianceList, OrgList, OrgNode, OrgStepList
from graph.questions import alliances, lists, trees
from graph.questions.trees import ORGS
from graph.shapes import Org


def orgs_router() -> APIRouter:
    """Return the routes of Party organisations."""
    router = APIRouter(prefix="/v1/orgs", tags=["orgs"], route_class=BoundedRoute)
    router.get("", response_model=OrgList, operation_id="list_orgs", summary="Party organisations, filtered")(list_orgs)
    Walks(ORGS, "org", Org, OrgNode, OrgStepList).add_to(router)
    router.get(
        "/{id}/descendants",
        response_model=OrgStepList,
        operation_id="list_org_descendants",
        summary="What stands below",
    )(descendants)
    router.get(
        "/{id}/alliances", response_model=AllianceList, operation_id="list_org_alliances", summary="What it leads"
    )(led)
    return router


def list_orgs(
    asked: AskedPage,
    kind: OrgKindFilter = None,
    tier: Tier = None,
    area_id: AreaId = None,
    q: NamePart = None,
    identifier: Identifier = None,
) -> Response:
    """List the Party organisations that stand today, by id. With area_id: those covering that area or a part of it."""
    found = lists.orgs(
        asked.engine, kind=kind, tier=tier, area_id=area_id, q=q, paging=asked.paging, identifier=identifier
    )
    return asked.answer(OrgList, found)


def descendants(
    id: Id,
    asked: AskedPage,
    max_depth: MaxDepth = None,
    tier: Tier = None,
    kind: OrgKindFilter = None,
) -> Response:
    """List what stands below it, nearest first and then by id. It is not in the list itself."""
    found = trees.descendants(asked.engine, ORGS, id=id, max_depth=max_depth, tier=tier, kind=kind, paging=asked.paging)
    return asked.answer(OrgStepList, found)


def led(id: Id, asked: AskedPage) -> Response:
    """List the alliances and leading groups it leads, by id."""
    return asked.answer(AllianceList, alliances.led(asked.engine, org_id=id, paging=asked.paging))
