"""Alliances and their member units, asked from either side."""

from enum import StrEnum

from graph.engines import Engine
from graph.errors import NotFoundError
from graph.hierarchies import ORGS, record, shown
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.rows import Alliance, Count, Membership, Participation, Unit

_ALLIANCE = Query("alliances/record", Alliance)
_LED = Query("alliances/led", Alliance)
_LED_TOTAL = Query("alliances/led_total", Count)
_UNIT = Query("units/record", Unit)
_PARTICIPATIONS = Query("units/participations", Participation)
_PARTICIPATION_TOTAL = Query("units/participation_total", Count)


class Scope(StrEnum):
    """Whose members are meant: the alliance's own, or also those of the alliances it guides."""

    DIRECT = "direct"
    TRANSITIVE = "transitive"


_MEMBERS = {scope: Query(f"alliances/members_{scope}", Membership) for scope in Scope}
_MEMBER_TOTAL = {scope: Query(f"alliances/member_total_{scope}", Count) for scope in Scope}


def alliance(engine: Engine, *, id: str) -> Alliance:
    """Return an alliance's or a leading group's record, standing or closed; raise NotFoundError."""
    found = _ALLIANCE.first(engine, id=id)
    if found is None:
        raise NotFoundError(f"No alliance or leading group has the id {shown(id)}.")
    return found


def unit(engine: Engine, *, id: str) -> Unit:
    """Return a unit's record, standing or closed; raise NotFoundError."""
    found = _UNIT.first(engine, id=id)
    if found is None:
        raise NotFoundError(f"No unit has the id {shown(id)}.")
    return found


def members(engine: Engine, *, alliance_id: str, scope: Scope, paging: Paging) -> Page[Membership]:
    """Return one item a membership, by unit and then alliance; raise NotFoundError."""
    alliance(engine, id=alliance_id)
    after_unit, after_alliance = ("", "") if paging.after is None else (str(paging.after[0]), str(paging.after[1]))
    rows = _MEMBERS[scope].all(
        engine, id=alliance_id, after_unit=after_unit, after_alliance=after_alliance, limit=paging.size + 1
    )
    total = _MEMBER_TOTAL[scope].all(engine, id=alliance_id)[0].total
    return page(rows, size=paging.size, total=total, key=lambda row: (row.id, row.alliance_id))


def participations(engine: Engine, *, unit_id: str, paging: Paging) -> Page[Participation]:
    """Return the alliances a unit belongs to, by id; raise NotFoundError."""
    unit(engine, id=unit_id)
    after = "" if paging.after is None else str(paging.after[0])
    rows = _PARTICIPATIONS.all(engine, id=unit_id, after=after, limit=paging.size + 1)
    total = _PARTICIPATION_TOTAL.all(engine, id=unit_id)[0].total
    return page(rows, size=paging.size, total=total, key=lambda row: (row.id,))


def led(engine: Engine, *, org_id: str, paging: Paging) -> Page[Alliance]:
    """Return the alliances and leading groups an organisation leads, by id; raise NotFoundError."""
    record(engine, ORGS, id=org_id)
    after = "" if paging.after is None else str(paging.after[0])
    rows = _LED.all(engine, id=org_id, after=after, limit=paging.size + 1)
    total = _LED_TOTAL.all(engine, id=org_id)[0].total
    return page(rows, size=paging.size, total=total, key=lambda row: (row.id,))
