"""What routes and commands answer, where it is not a row of the graph as it stands."""

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from graph.questions import entities, paths
from graph.questions.entities import Link
from graph.questions.powers import BorneDuty, HeldPower
from graph.questions.reconciliation import Line
from graph.questions.responsibility_rows import Responsibility
from graph.questions.services import Nearest, Offer, ServicePlace
from graph.questions.trees import Tree
from graph.rows import Found, Hit, Row
from graph.shapes import (
    Alliance,
    AnyEntity,
    Area,
    AreaStep,
    Entity,
    Membership,
    Org,
    OrgStep,
    Participation,
    Properties,
    Related,
    Unit,
)
from graph.vocabulary import KINDS, MODEL, Family, Kind, Role

T = TypeVar("T")
N = TypeVar("N", "OrgNode", "AreaNode")


class Listing(BaseModel, Generic[T]):
    """A part of a list: ``total`` counts the whole list, ``next_page_token`` is null on its last page."""

    items: list[T]
    total: int = Field(description="How many items the whole list has.")
    next_page_token: str | None = Field(description="Ask for the next page with it; null on the last page.")


class Described(Row):
    """What the record of any entity has beside its family's fields.

    ``properties`` are those of its kind that are no fields and have a value. ``related`` are the ids of what its own
    relationships lead to today, by type.
    """

    properties: Properties
    related: Related


class OrgEntity(Described, Org):
    """A Party organisation, as any entity is described."""


class AreaEntity(Described, Area):
    """An area, as any entity is described."""


class AllianceEntity(Described, Alliance):
    """An alliance or a leading group, as any entity is described."""


class UnitEntity(Described, Unit):
    """A unit, as any entity is described."""


class OtherEntity(Described, Entity):
    """An entity of a kind that has no fields of its own."""


AnyRecord = OrgEntity | AreaEntity | AllianceEntity | UnitEntity | OtherEntity
"""The record of an entity of any kind, with its family's own fields."""


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
    """An alliance a unit belongs to; ``valid_from`` is the membership's first day.

    ``via_id`` is the alliance it sits in: this one, or one that this one guides.
    """

    alliance: Alliance
    via_id: str
    role: Role
    valid_from: date


class OrgList(Listing[Org]):
    """A page of Party organisations."""


class AreaList(Listing[Area]):
    """A page of areas."""


class OrgStepList(Listing[OrgStep]):
    """A page of Party organisations met on a walk; ``depth`` says how many steps away each is."""


class AreaStepList(Listing[AreaStep]):
    """A page of areas met on a walk; ``depth`` says how many steps away each is."""


class AllianceList(Listing[Alliance]):
    """A page of alliances."""


class UnitList(Listing[Unit]):
    """A page of units."""


class EntityList(Listing[AnyRecord]):
    """A page of entities of any kind."""


class MemberList(Listing[Member]):
    """A page of an alliance's memberships."""


class UnitAllianceList(Listing[UnitAlliance]):
    """A page of a unit's memberships."""


class FigureList(Listing[Line]):
    """A page of the reckoning, in the data set's order."""


class ResponsibilityList(Listing[Responsibility]):
    """A page of who answers for a place, from the place up."""


class HeldPowerList(Listing[HeldPower]):
    """A page of what a street may do."""


class BorneDutyList(Listing[BorneDuty]):
    """A page of what a street must do."""


class OfferList(Listing[Offer]):
    """A page of what a place offers."""


class NearestPlace(BaseModel):
    """The nearest place that offers an item; all is null, and ``path`` empty, when no place does.

    ``steps`` up from the area asked about lies the area it shares with ``area``, the place's own; ``path`` leads there
    from the one asked about.
    """

    place: ServicePlace | None
    area: Found | None
    steps: int | None
    path: list[Found]


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
    return UnitAlliance(alliance=row, via_id=row.via_id, role=row.role, valid_from=row.member_since)


def nearest_place(found: Nearest | None) -> NearestPlace:
    """Return the nearest place, or that there is none."""
    if found is None:
        return NearestPlace(place=None, area=None, steps=None, path=[])
    return NearestPlace(place=found.place, area=found.area, steps=found.steps, path=found.path)


def path_record(path: paths.ShortestPath) -> Path:
    """Return a path with each entity as the record of its family."""
    return Path(nodes=[*map(record, path.nodes)], links=path.links)


def nested(tree: Tree, row: type[Org] | type[Area], node: type[N]) -> N:
    """Return a tree as its root's record with all below it."""
    own = {name: getattr(tree.node, name) for name in row.model_fields}
    below = [nested(child, row, node) for child in tree.children]
    # The rows were checked when they were read: a tree of thousands is not checked a second time.
    return node.model_construct(**own, children=below, truncated=tree.truncated)


def record(entity: AnyEntity) -> AnyRecord:
    """Return an entity as the record of its family; what is a field there is no property as well."""
    model = _model(entity.kind)
    own = {name: getattr(entity, name) for name in model.model_fields}
    keys = [one.key for one in MODEL[entity.kind].shown if one.key not in own]
    own["properties"] = {key: entity.properties[key] for key in keys if key in entity.properties}
    return model.model_validate(own)


def neighbourhood(found: entities.Surroundings) -> Neighbourhood:
    """Return a neighbourhood with the record of each entity."""
    return Neighbourhood(nodes=[*map(record, found.nodes)], links=found.links, complete=found.complete)


def kinds_of_records() -> dict[type[AnyRecord], list[Kind]]:
    """Return the kinds that each record is of."""
    kinds: dict[type[AnyRecord], list[Kind]] = {}
    for kind in Kind:
        kinds.setdefault(_model(kind), []).append(kind)
    return kinds


def _model(kind: Kind) -> type[AnyRecord]:
    if kind is Kind.UNIT:
        return UnitEntity
    if kind in {Kind.ALLIANCE, Kind.LEADING_GROUP}:
        return AllianceEntity
    return {Family.PARTY_ORG: OrgEntity, Family.AREA: AreaEntity}.get(KINDS[kind].family, OtherEntity)
