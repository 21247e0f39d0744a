"""The shapes in which entities are answered: over HTTP, by commands, and to each other."""

from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from graph.rows import Row
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


PropertyValue = bool | int | date | str | list[str]
Properties = dict[str, PropertyValue]
Related = dict[Relationship, list[str]]


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


class AreaStep(Area):
    """An area met on a walk, ``depth`` steps from its start (1 is next to it)."""

    depth: int


class Membership(Unit):
    """A unit in an alliance: the unit's record, then the membership's own."""

    alliance_id: str
    role: Role
    member_since: date


class Participation(Alliance):
    """An alliance a unit belongs to: the alliance's record, then the membership's own.

    ``via_id`` is the alliance it sits in: this one, or one that this one guides.
    """

    via_id: str
    role: Role
    member_since: date


class Neighbour(AnyEntity):
    """An entity next to the one asked for, and one relationship that joins them."""

    link_source: str
    link_target: str
    link_type: Relationship
