"""Party organisations: the five-level chain and the committees above it."""

from fastapi import APIRouter

from api.dependencies import GraphEngine, Pages
from api.errors import Fault, ParameterError
from api.parameters import AreaId, Id, MaxDepth, NamePart, OrgKindFilter, Tier
from api.records import AllianceList, OrgList, OrgNode
from api.walks import Walks
from graph import alliances, hierarchies, listings
from graph.engines import Engine
from graph.hierarchies import ORGS
from graph.rows import Org
from graph.vocabulary import Kind


def orgs_router() -> APIRouter:
    """Return the routes of Party organisations."""
    router = APIRouter(prefix="/v1/orgs", tags=["orgs"])
    router.get("", operation_id="list_orgs", summary="Party organisations, filtered")(list_orgs)
    Walks(ORGS, "org", Org, OrgNode, OrgList).add_to(router)
    router.get("/{id}/descendants", operation_id="list_org_descendants", summary="What stands below")(descendants)
    router.get("/{id}/alliances", operation_id="list_org_alliances", summary="What it leads")(led)
    return router


def list_orgs(
    engine: GraphEngine,
    pages: Pages,
    kind: OrgKindFilter = None,
    tier: Tier = None,
    area_id: AreaId = None,
    q: NamePart = None,
) -> OrgList:
    """List the Party organisations that stand today, by id. With area_id: those covering that area or a part of it."""
    _refuse_contradictions(engine, kind, tier)
    found = listings.orgs(engine, kind=kind, tier=tier, area_id=area_id, q=q, paging=pages.paging)
    return pages.listing(OrgList, found)


def _refuse_contradictions(engine: Engine, kind: Kind | None, tier: int | None) -> None:
    if kind is None or tier is None or listings.can_stand_at(engine, kind=kind, tier=tier):
        return
    raise ParameterError(
        Fault("query", "kind", f"A {kind} stands at another tier, or above the chain. Leave out kind, or tier."),
        Fault("query", "tier", f"No {kind} stands at tier {tier}."),
    )


def descendants(
    id: Id,
    engine: GraphEngine,
    pages: Pages,
    max_depth: MaxDepth = None,
    tier: Tier = None,
    kind: OrgKindFilter = None,
) -> OrgList:
    """List what stands below it, nearest first and then by id. It is not in the list itself."""
    _refuse_contradictions(engine, kind, tier)
    found = hierarchies.descendants(engine, ORGS, id=id, max_depth=max_depth, tier=tier, kind=kind, paging=pages.paging)
    return pages.listing(OrgList, found)


def led(id: Id, engine: GraphEngine, pages: Pages) -> AllianceList:
    """List the alliances and leading groups it leads, by id."""
    return pages.listing(AllianceList, alliances.led(engine, org_id=id, paging=pages.paging))
