"""What the question who answers for a place is answered with, and the ways found in the graph that it is made of."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from graph.meanings import VALUES
from graph.questions.entities import Link
from graph.rows import AboutOne, Found, Row
from graph.vocabulary import Assignment, Kind, Relationship


class Part(StrEnum):
    """What somebody or something answers for a place as, in the order in which they are told."""

    HOUSEHOLD = "household"
    HOUSEHOLD_MEMBER = "household_member"
    GROUP = "group"
    GROUP_LEADER = "group_leader"
    BRANCH = "branch"
    ORGANISATION = "organisation"
    SECRETARY = "secretary"
    GRID_WORKER = "grid_worker"
    COMMUNITY_POLICE = "community_police"
    POLICE_ROOM = "police_room"
    LEAD_STATION = "lead_station"
    POLICE_STATION = "police_station"
    STATION_CHIEF = "station_chief"
    OFFICER = "officer"
    STREET_ENFORCER = "street_enforcer"
    BUREAU_POLICE = "bureau_police"
    CADRE = "cadre"
    LEADING_GROUP = "leading_group"
    COMMITTEE = "committee"


ORG_PARTS = {
    Kind.MEMBER_HOUSEHOLD: Part.HOUSEHOLD,
    Kind.BUILDING_GROUP: Part.GROUP,
    Kind.GRID_GROUP: Part.GROUP,
    Kind.GRID_BRANCH: Part.BRANCH,
}
"""What an organisation of a kind answers as; all others as ``Part.ORGANISATION``."""
_OFFICERS = {
    Part.COMMUNITY_POLICE: Assignment.COMMUNITY_POLICE,
    Part.STATION_CHIEF: Assignment.STATION_CHIEF,
    Part.OFFICER: Assignment.POSTED,
    Part.STREET_ENFORCER: Assignment.STREET_ENFORCER,
    Part.BUREAU_POLICE: Assignment.BUREAU_POLICE,
}
TITLES = {
    Part.ORGANISATION: "党组织",
    Part.LEAD_STATION: "牵头派出所",
    **{part: VALUES[Assignment][assignment] for part, assignment in _OFFICERS.items()},
}
"""What those are called whose kind alone does not say it."""


class Claim(StrEnum):
    """What a way was found as. Beside what answers itself: those who stand in where nobody does."""

    ORGANISATION = "organisation"
    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    GROUP_LEADER = "group_leader"
    HOUSEHOLD_MEMBER = "household_member"
    SUPERIOR = "superior"
    GROUP_BRANCH = "group_branch"
    GRID_WORKER = "grid_worker"
    POSTED = "posted"
    STATION_CHIEF = "station_chief"
    COMMUNITY_POLICE = "community_police"
    BUREAU_POLICE = "bureau_police"
    STREET_ENFORCER = "street_enforcer"
    POLICE_ROOM = "police_room"
    LEAD_STATION = "lead_station"
    POLICE_STATION = "police_station"
    CADRE = "cadre"
    LEADING_GROUP = "leading_group"
    COMMITTEE = "committee"


class Reason(StrEnum):
    """Why it is this one that stands in."""

    GROUPS_BRANCH = "groups_branch"
    SUPERIOR_ORGANISATION = "superior_organisation"
    CONTACT_CADRE = "contact_cadre"
    SUPERIOR_CADRE = "superior_cadre"
    DEPUTY_SECRETARY = "deputy_secretary"
    SUPERIOR_LEADER = "superior_leader"
    POLICE_STATION = "police_station"
    SUPERIOR_BODY = "superior_body"


class WayNode(Found):
    """An entity on a way; ``title`` is a Party organisation's, ``line`` an officer's."""

    title: str | None
    line: str | None


class Way(Row):
    """A way from an area to what answers for it; the area is the first of its nodes."""

    role: Claim
    nodes: list[WayNode]
    links: list[Link]

    @property
    def end(self) -> WayNode:
        """What the way leads to."""
        return self.nodes[-1]

    @property
    def has_holder(self) -> bool:
        """Whether somebody holds the post it leads by; of a vacant one the post is its end."""
        return self.end.kind is not Kind.POST


class Level(Row):
    """An area and all that was found to answer for it."""

    area: Found
    claims: list[Way]

    def of(self, *roles: Claim) -> list[Way]:
        """Return the ways found as one of those."""
        return [way for way in self.claims if way.role in roles]

    def orgs(self, *kinds: Kind) -> list[Way]:
        """Return the ways to the organisations of those kinds that cover the area; of any kind when none is named."""
        return [way for way in self.of(Claim.ORGANISATION) if not kinds or way.end.kind in kinds]


class ResponsibilityLevels(AboutOne):
    """An area and those around it, nearest first; ``kept`` are those of the kinds asked about that the graph has any of.

    ``tables`` are the data set's, as the graph keeps them.
    """

    levels: list[Level]
    kept: list[Kind]
    tables: str | None


class Proof(Row):
    """The entities from the place to who answers, in their order, and what joins each to the next."""

    nodes: list[Found]
    links: list[Link]


class StandIn(Found):
    """Who stands in where nobody answers: ``reason`` for programs, ``says`` for people."""

    reason: Reason
    says: str
    path: Proof


class Responsibility(Row):
    """One responsibility for ``area``, which is the place asked about or one around it.

    Where nobody has it, ``vacant`` is true, and ``id`` and ``name`` are those of the vacant post, or ``None`` where the
    post, the organisation, the worker or the body itself is missing; ``stands_in`` is ``None`` when nobody does either.
    """

    area: Found
    role: Part
    kind: Kind
    id: str | None
    name: str | None
    title: str
    vacant: bool
    stands_in: StandIn | None
    path: Proof


def found(node: Found) -> Found:
    """Return an entity as an answer names it."""
    return Found(id=node.id, kind=node.kind, name=node.name)


def proof(levels: Sequence[Level], depth: int, way: Way | None) -> Proof:
    """Return the way from the place up to the level at a depth, and on from there; ``None``: no further."""
    nodes = [level.area for level in levels[: depth + 1]]
    links = [Link(part.id, whole.id, Relationship.WITHIN) for part, whole in pairwise(nodes)]
    if way is None:
        return Proof(nodes=nodes, links=links)
    return Proof(nodes=[*nodes, *map(found, way.nodes[1:])], links=[*links, *way.links])
