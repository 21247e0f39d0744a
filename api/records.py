"""What the routes answer, where it is not a row of the graph as it stands."""

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from graph import entities, paths
from graph.entities import Link
from graph.hierarchies import Tree
from graph.reconciliation import Line
from graph.rows import Alliance, AnyEntity, Area, Hit, Membership, Org, Participation, Unit
from graph.vocabulary import KINDS, Family, Kind, Role

T = TypeVar("T")

AnyRecord = Org | Area | Alliance | Unit
"""The record of an entity of any family, with its family's own fields."""


N = TypeVar("N", "OrgNode", "AreaNode")


class Listing(BaseModel, Generic[T]):
    """A part of a list: ``total`` counts the whole list, ``next_page_token`` is null on its last page."""

    items: list[T]
    total: int = Field(description="How many items the whole list has.")
    next_page_token: str | None = Field(description="Ask for the next page with it; null on the last page.")


class OrgNode(Org):
    """A Party organisation with those below it; ``truncated`` when max_depth cut its children off."""

    children: list["OrgNode"]
    truncated: bool


class AreaNode(Area):
    """An area with its parts; ``truncated`` when max_depth cut its children off."""

    children: list["AreaNode"]
    truncated: bool


class Member(BaseModel):
    """A unit's membership of an alliance; ``valid_from`` is the membership's first day."""

    unit: Unit
    alliance_id: str
    role: Role
    valid_from: date


class UnitAlliance(BaseModel):
    """An alliance a unit belongs to; ``valid_from`` is the membership's first day."""

    alliance: Alliance
    role: Role
    valid_from: date


class OrgList(Listing[Org]):
    """A page of Party organisations."""


class AreaList(Listing[Area]):
    """A page of areas."""


class AllianceList(Listing[Alliance]):
    """A page of alliances."""


class UnitList(Listing[Unit]):
    """A page of units."""


class MemberList(Listing[Member]):
    """A page of an alliance's memberships."""


class UnitAllianceList(Listing[UnitAlliance]):
    """A page of a unit's memberships."""


class FigureList(Listing[Line]):
    """A page of the reckoning, in the data set's order."""


class Hits(BaseModel):
    """What a search found, best first."""

    items: list[Hit]


class Neighbourhood(BaseModel):
    """An entity, what it touches today, and how; ``complete`` is false when the limit cut some off."""

    nodes: list[AnyRecord]
    links: list[Link]
    complete: bool


class Path(BaseModel):
    """The entities of a path in its order, and what joins each to the next; both are empty when there is none."""

    nodes: list[AnyRecord]
    links: list[Link]


def member(row: Membership) -> Member:
    """Return a membership as seen from its alliance."""
    return Member(unit=row, alliance_id=row.alliance_id, role=row.role, valid_from=row.member_since)


def unit_alliance(row: Participation) -> UnitAlliance:
    """Return a membership as seen from its unit."""
    return UnitAlliance(alliance=row, role=row.role, valid_from=row.member_since)


def path_record(path: paths.Path) -> Path:
    """Return a path with each entity as the record of its family."""
    return Path(nodes=[*map(record, path.nodes)], links=path.links)


def nested(tree: Tree, row: type[Org] | type[Area], node: type[N]) -> N:
    """Return a tree as its root's record with all below it."""
    own = {name: getattr(tree.node, name) for name in row.model_fields}
    below = [nested(child, row, node) for child in tree.children]
    # The rows were checked when they were read: a tree of thousands is not checked a second time.
    return node.model_construct(**own, children=below, truncated=tree.truncated)


def record(entity: AnyEntity) -> AnyRecord:
    """Return an entity as the record of its family."""
    model = _model(entity.kind)
    return model.model_validate({name: getattr(entity, name) for name in model.model_fields})


def neighbourhood(found: entities.Neighbourhood) -> Neighbourhood:
    """Return a neighbourhood with the record of each entity."""
    return Neighbourhood(nodes=[*map(record, found.nodes)], links=found.links, complete=found.complete)


def _model(kind: Kind) -> type[Org] | type[Area] | type[Alliance] | type[Unit]:
    match KINDS[kind].family:
        case Family.PARTY_ORG:
            return Org
        case Family.AREA:
            return Area
        case Family.ALLIANCE:
            return Unit if kind is Kind.UNIT else Alliance
