"""Alliances and their member units, asked from either side."""

from enum import StrEnum

from graph.engines import Engine
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.trees import ORGS
from graph.readings import Reading, about, one
from graph.rows import (
    Alliance,
    AlliancePage,
    AllianceRecord,
    Membership,
    MembershipPage,
    Participation,
    ParticipationPage,
    Unit,
    UnitRecord,
)

_ALLIANCE = Query("alliances/record", AllianceRecord)
_LED = Query("alliances/led", AlliancePage)
_UNIT = Query("units/record", UnitRecord)
_PARTICIPATIONS = Query("units/participations", ParticipationPage)
_ALLIANCE_NOUN = "alliance or leading group"


class Scope(StrEnum):
    """Whose members are meant: the alliance's own, or also those of the alliances it guides."""

    DIRECT = "direct"
    TRANSITIVE = "transitive"


_MEMBERS = {scope: Query(f"alliances/members_{scope}", MembershipPage) for scope in Scope}


def alliance(engine: Engine, *, id: str) -> Reading[Alliance]:
    """Return an alliance's or a leading group's record, standing or closed; raise NotFoundError."""
    return one(_ALLIANCE, engine, noun=_ALLIANCE_NOUN, id=id)


def unit(engine: Engine, *, id: str) -> Reading[Unit]:
    """Return a unit's record, standing or closed; raise NotFoundError."""
    return one(_UNIT, engine, noun="unit", id=id)


def members(engine: Engine, *, alliance_id: str, scope: Scope, paging: Paging) -> Reading[Page[Membership]]:
    """Return one item a membership, by unit and then alliance; raise NotFoundError."""
    after_unit, after_alliance = ("", "") if paging.after is None else (str(paging.after[0]), str(paging.after[1]))
    found = about(
        _MEMBERS[scope],
        engine,
        noun=_ALLIANCE_NOUN,
        id=alliance_id,
        after_unit=after_unit,
        after_alliance=after_alliance,
        limit=paging.size + 1,
    )
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id, row.alliance_id))
    return Reading(found, rows)


def participations(engine: Engine, *, unit_id: str, paging: Paging) -> Reading[Page[Participation]]:
    """Return the alliances a unit belongs to, by id; raise NotFoundError."""
    found = about(_PARTICIPATIONS, engine, noun="unit", id=unit_id, after=_after(paging), limit=paging.size + 1)
    return Reading(found, page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id,)))


def led(engine: Engine, *, org_id: str, paging: Paging) -> Reading[Page[Alliance]]:
    """Return the alliances and leading groups an organisation leads, by id; raise NotFoundError."""
    found = about(
        _LED, engine, noun=ORGS.noun, id=org_id, kinds=ORGS.kinds, after=_after(paging), limit=paging.size + 1
    )
    return Reading(found, page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id,)))


def _after(paging: Paging) -> str:
    return "" if paging.after is None else str(paging.after[0])
