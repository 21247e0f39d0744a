"""What a street may do and must do: what it holds and by whose delegation, what it bears and what is behind it."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from graph.engines import Engine, Value
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.trees import AREAS
from graph.readings import Reading, about
from graph.rows import Found, OnePage, Row
from graph.shapes import Entity, Unit
from graph.stated import STANDING
from graph.vocabulary import Kind

R = TypeVar("R", bound=Row)

POWER_KINDS = (Kind.POWER, Kind.ENFORCEMENT_ITEM, Kind.RIGHT)


class Power(Entity):
    """A power, an enforcement item or a right; ``since`` is the day it was delegated or granted."""

    basis: str
    since: date | None


class Duty(Entity):
    """What a street must do."""

    basis: str | None


class HeldPower(Row):
    """A power with the town that holds it; ``delegated_by`` is ``None`` of a right, which is granted."""

    power: Power
    delegated_by: Unit | None
    held_by: Found


class BorneDuty(Row):
    """A duty with the town that bears it and the powers behind it that the town has, by id; none where it has none."""

    duty: Duty
    powers: list[Power]
    borne_by: Found


class HeldPowerPage(OnePage[HeldPower]):
    """Powers, enforcement items and rights that a town holds."""


class BorneDutyPage(OnePage[BorneDuty]):
    """Duties that a town bears."""


_POWERS = Query("answers/powers", HeldPowerPage)
_DUTIES = Query("answers/duties", BorneDutyPage)


def powers(
    engine: Engine, *, area_id: str, kind: Kind | None, paging: Paging, day: date = STANDING
) -> Reading[Page[HeldPower]]:
    """Return what a town, or the town an area lies in, may do on a day, by id; nothing above a town. Raise NotFoundError."""
    return _of_town(engine, _POWERS, lambda row: row.power.id, area_id=area_id, paging=paging, kind=kind, day=day)


def duties(
    engine: Engine, *, area_id: str, backed: bool | None, paging: Paging, day: date = STANDING
) -> Reading[Page[BorneDuty]]:
    """Return what a town, or the town an area lies in, must do on a day, by id; ``backed``: with a power behind it, or without.

    Behind it are powers that were delegated or granted to this very town. Nothing above a town. Raise NotFoundError.
    """
    return _of_town(engine, _DUTIES, lambda row: row.duty.id, area_id=area_id, paging=paging, backed=backed, day=day)


def _of_town(
    engine: Engine,
    query: Query[OnePage[R]],
    id_of: Callable[[R], str],
    *,
    area_id: str,
    paging: Paging,
    **chosen: Value,
) -> Reading[Page[R]]:
    """Return a page of what hangs on a town, by the id that ``id_of`` tells of each row."""
    after = "" if paging.after is None else str(paging.after[0])
    given: dict[str, Value] = {**chosen, "kinds": AREAS.kinds, "after": after, "limit": paging.size + 1}
    found = about(query, engine, noun=AREAS.noun, id=area_id, **given)
    return Reading(found, page(found.items, size=paging.size, total=found.total, key=lambda row: (id_of(row),)))
