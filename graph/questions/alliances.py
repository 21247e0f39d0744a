"""Alliances and their member units, asked from either side."""

from enum import StrEnum

from graph.engines import Engine
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.trees import ORGS
from graph.readings import Reading, about, recorded
from graph.shapes import Alliance, Membership, Participation, Unit
from graph.stated import (
    STANDING,
    StatedAlliance,
    StatedAlliances,
    StatedMembership,
    StatedMemberships,
    StatedParticipation,
    StatedParticipations,
    shaped,
    shown_in,
)
from graph.vocabulary import Kind

ALLIANCE_KINDS = (Kind.ALLIANCE, Kind.LEADING_GROUP)
_NOUN = "alliance or leading group"
_LED = Query("alliances/led", StatedAlliances)
_MEMBERS = Query("alliances/members", StatedMemberships)
_OF_UNIT = Query("alliances/of_unit", StatedParticipations)


class Scope(StrEnum):
    """Whose members are meant: an alliance's own, or also those of the alliances it guides."""

    DIRECT = "direct"
    TRANSITIVE = "transitive"


def alliance(engine: Engine, *, id: str) -> Reading[Alliance]:
    """Return an alliance's or a leading group's record, standing or closed; raise NotFoundError."""
    return recorded(engine, Alliance, noun=_NOUN, id=id, kinds=ALLIANCE_KINDS)


def unit(engine: Engine, *, id: str) -> Reading[Unit]:
    """Return a unit's record, standing or closed; raise NotFoundError."""
    return recorded(engine, Unit, noun="unit", id=id, kinds=[Kind.UNIT])


def members(engine: Engine, *, alliance_id: str, scope: Scope, paging: Paging) -> Reading[Page[Membership]]:
    """Return one item a membership, by unit and then alliance; raise NotFoundError."""
    after_unit, after_alliance = _after_two(paging)
    found = about(
        _MEMBERS,
        engine,
        noun=_NOUN,
        id=alliance_id,
        kinds=ALLIANCE_KINDS,
        transitive=scope is Scope.TRANSITIVE,
        after_unit=after_unit,
        after_alliance=after_alliance,
        limit=paging.size + 1,
        shown=shown_in(Membership, StatedMembership),
        day=STANDING,
    )
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id, row.alliance_id))
    return Reading(found, rows.of(lambda row: shaped(Membership, row)))


def participations(engine: Engine, *, unit_id: str, scope: Scope, paging: Paging) -> Reading[Page[Participation]]:
    """Return the alliances a unit belongs to, or also those that guide one of them, by id; raise NotFoundError.

    An alliance that guides several of them stands once for each.
    """
    after, after_via = _after_two(paging)
    found = about(
        _OF_UNIT,
        engine,
        noun="unit",
        id=unit_id,
        kinds=[Kind.UNIT],
        transitive=scope is Scope.TRANSITIVE,
        after=after,
        after_via=after_via,
        limit=paging.size + 1,
        shown=shown_in(Participation, StatedParticipation),
        day=STANDING,
    )
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id, row.via_id))
    return Reading(found, rows.of(lambda row: shaped(Participation, row)))


def led(engine: Engine, *, org_id: str, paging: Paging) -> Reading[Page[Alliance]]:
    """Return the alliances and leading groups an organisation leads, by id; raise NotFoundError."""
    found = about(
        _LED,
        engine,
        noun=ORGS.noun,
        id=org_id,
        kinds=ORGS.kinds,
        after="" if paging.after is None else str(paging.after[0]),
        limit=paging.size + 1,
        shown=shown_in(Alliance, StatedAlliance),
        day=STANDING,
    )
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id,))
    return Reading(found, rows.of(lambda row: shaped(Alliance, row)))


def _after_two(paging: Paging) -> tuple[str, str]:
    return ("", "") if paging.after is None else (str(paging.after[0]), str(paging.after[1]))
