"""Alliances and their member units, asked from either side."""

from enum import StrEnum

from graph.engines import Engine, Value
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.sorting import ALL, sort_keys, sortable, sorted_ids
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
    asked = _asked(scope, paging, shown_in(Membership, StatedMembership))
    found = about(_MEMBERS, engine, noun=_NOUN, id=alliance_id, kinds=ALLIANCE_KINDS, **asked)
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id, row.alliance_id))
    return Reading(found, rows.of(lambda row: shaped(Membership, row)))


def participations(engine: Engine, *, unit_id: str, scope: Scope, paging: Paging) -> Reading[Page[Participation]]:
    """Return the alliances a unit belongs to, or also those that guide one of them, by id; raise NotFoundError.

    An alliance that guides several of them stands once for each.
    """
    asked = _asked(scope, paging, shown_in(Participation, StatedParticipation))
    found = about(_OF_UNIT, engine, noun="unit", id=unit_id, kinds=[Kind.UNIT], **asked)
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id, row.via_id))
    return Reading(found, rows.of(lambda row: shaped(Participation, row)))


def led(engine: Engine, *, org_id: str, paging: Paging) -> Reading[Page[Alliance]]:
    """Return the alliances and leading groups an organisation leads, by id; raise NotFoundError."""
    keys = sort_keys(paging.sort, sortable(ALLIANCE_KINDS))
    found = about(
        _LED,
        engine,
        noun=ORGS.noun,
        id=org_id,
        kinds=ORGS.kinds,
        after="" if paging.after is None or keys else str(paging.after[0]),
        limit=ALL if keys else paging.size + 1,
        shown=shown_in(Alliance, StatedAlliance),
        day=STANDING,
    )
    if keys:
        led = {row.id: shaped(Alliance, row) for row in found.items}
        return Reading(found, sorted_ids(engine, [*led], keys, paging, day=STANDING).of(lambda id: led[id]))
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id,))
    return Reading(found, rows.of(lambda row: shaped(Alliance, row)))


def _asked(scope: Scope, paging: Paging, shown: list[Value]) -> dict[str, Value]:
    """Return what both sides of a membership are asked with: which part of a list that is ordered by two ids."""
    after, after_other = ("", "") if paging.after is None else (str(paging.after[0]), str(paging.after[1]))
    return {
        "transitive": scope is Scope.TRANSITIVE,
        "after": after,
        "after_other": after_other,
        "limit": paging.size + 1,
        "shown": shown,
        "day": STANDING,
    }
