"""What statements return, as frozen models: a field is a column, in the statement's order."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Generic, TypeVar, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from graph.vocabulary import (
    AREA_CATEGORY_PATTERN,
    AllianceLevel,
    Kind,
    LeadingGroupLevel,
    Relationship,
    Role,
    Source,
    UnitCategory,
)

E = TypeVar("E", bound="Entity")
I = TypeVar("I", bound="Row")


class Row(BaseModel):
    """A row of a statement."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entity(Row):
    """What every entity has. ``valid_to`` is the first day it no longer stands; ``None`` while it stands."""

    id: str
    kind: Kind
    name: str
    valid_from: date
    valid_to: date | None
    source: Source


class Org(Entity):
    """A Party organisation. ``tier`` is ``None`` above the chain; ``area_id`` is the area it covers."""

    tier: int | None
    title: str
    parent_id: str | None
    area_id: str | None


AreaCategoryWord = Annotated[str, StringConstraints(pattern=AREA_CATEGORY_PATTERN)]
"""A category of the national register, or one that the data set adds."""


class Area(Entity):
    """A part of the territory. ``code`` is its official code, ``category`` the register's type or one of the data set."""

    code: str | None
    category: AreaCategoryWord | None
    parent_id: str | None


class Alliance(Entity):
    """An alliance or a leading group; ``lead_id`` is the organisation that leads it."""

    level: AllianceLevel | LeadingGroupLevel
    lead_id: str | None


class Unit(Entity):
    """A body outside the chain; ``line`` is a department's line of work."""

    category: UnitCategory
    line: str | None


def _given(value: object) -> object:
    """Return the properties that have a value: a statement asks for those of every kind."""
    if not isinstance(value, dict):
        return value
    return {key: one for key, one in cast("dict[str, object]", value).items() if one is not None}


def _by_type(value: object) -> object:
    """Return pairs of a type and an id as ids by type, both in order."""
    if not isinstance(value, list):
        return value
    ids: dict[str, list[str]] = defaultdict(list)
    for type, id in sorted(cast("Sequence[tuple[str, str]]", value)):
        ids[type].append(id)
    return dict(ids)


PropertyValue = bool | int | date | str | list[str]
Properties = Annotated[dict[str, PropertyValue], BeforeValidator(_given)]
Related = Annotated[dict[Relationship, list[str]], BeforeValidator(_by_type)]


class AnyEntity(Entity):
    """An entity of whatever kind with the fields of all families; those its family lacks are ``None``.

    ``properties`` are those of its kind that answers show and that have a value, those that are fields among them;
    ``related`` are the ids its own relationships lead to today, by type.
    """

    tier: int | None
    title: str | None
    parent_id: str | None
    area_id: str | None
    code: str | None
    category: str | None
    level: str | None
    lead_id: str | None
    line: str | None
    properties: Properties
    related: Related


class OrgStep(Org):
    """An organisation met on a walk, ``depth`` steps from its start (1 is next to it)."""

    depth: int
    has_more: bool


class AreaStep(Area):
    """An area met on a walk, ``depth`` steps from its start; ``has_more`` when something hangs on it."""

    depth: int
    has_more: bool


class Membership(Unit):
    """A unit in an alliance: the unit's record, then the membership's own."""

    alliance_id: str
    role: Role
    member_since: date


class Participation(Alliance):
    """An alliance a unit belongs to: the alliance's record, then the membership's own."""

    role: Role
    member_since: date


class Tally(Row):
    """How many entities of one kind at one tier."""

    kind: Kind
    tier: int | None
    total: int


class Count(Row):
    """A single number."""

    total: int


class TierOfKind(Row):
    """The tier at which the organisations of one kind stand; ``None`` above the chain."""

    tier: int | None


class Bearers(Row):
    """Which areas bear a category: any of one kind, and any of the others."""

    of_kind: bool
    of_another: bool


class Neighbour(AnyEntity):
    """An entity next to the one asked for, and one relationship that joins them."""

    link_source: str
    link_target: str
    link_type: Relationship


class WordTally(Row):
    """How many stand today of what one word of the vocabulary names: a kind, or a type of relationship."""

    word: Kind | Relationship
    total: int


class Found(Row):
    """An entity by its id, kind and name: what an answer names beside what it is about, or a search comes upon."""

    id: str
    kind: Kind
    name: str


class Hit(Found):
    """What a search answers; ``chain`` are the names of what is around it or above it, nearest first.

    ``near`` is true where nothing agrees with the text, and this differs from it by a slip or only sounds like it.
    """

    chain: list[str]
    near: bool


class Revision(Row):
    """Where the graph stands: its revision, and the key that signs page tokens."""

    seq: int
    token_key: str


class Answer(Revision):
    """The one row of a statement that answers a question whole: first where the graph stood, taken before the data."""


class OneRecord(Answer, Generic[E]):
    """The record of one entity; ``None`` when none has the id."""

    record: E | None


class AboutOne(Answer):
    """What is said about one entity: ``found`` is false when none has the id."""

    found: bool


class OnePage(AboutOne, Generic[I]):
    """A part of a list that hangs on an entity; ``total`` counts the whole list."""

    total: int
    items: list[I]


class Ids(Answer):
    """The ids of a page of entities; ``total`` counts the whole list."""

    total: int
    ids: list[str]


class OrgRecord(OneRecord[Org]):
    """A Party organisation."""


class AreaRecord(OneRecord[Area]):
    """An area."""


class AllianceRecord(OneRecord[Alliance]):
    """An alliance or a leading group."""


class UnitRecord(OneRecord[Unit]):
    """A unit."""


class EntityRecord(OneRecord[AnyEntity]):
    """An entity of whatever kind."""


class OrgPage(OnePage[Org]):
    """Party organisations."""


class OrgSteps(OnePage[OrgStep]):
    """Party organisations met on a walk."""


class AreaPage(OnePage[Area]):
    """Areas."""


class AreaSteps(OnePage[AreaStep]):
    """Areas met on a walk."""


class AlliancePage(OnePage[Alliance]):
    """Alliances and leading groups."""


class MembershipPage(OnePage[Membership]):
    """The memberships of an alliance."""


class ParticipationPage(OnePage[Participation]):
    """The memberships of a unit."""


class Tallies(AboutOne):
    """How many stand below an entity, by kind and tier."""

    items: list[Tally]
