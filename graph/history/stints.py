"""Links whose rows state their own days: memberships, of which one pair may have several, one after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from graph.history.around import Around
from graph.history.links import DatedLink

_ROLE = "role"


def brought(
    row: DatedLink, held: DatedLink, others: Sequence[DatedLink], today: date, around: Around, *, is_unstated: bool
) -> list[DatedLink]:
    """Return what changes with a row: the link it speaks of, and last the one that is now as stated, where that is another.

    ``others`` are those there were between the same two ends. An end that the row takes back was none.
    """
    state = _state(row, held, _former_ends(held, others), today, around, is_unstated=is_unstated)
    if not row.stands:
        return [replace(state, key=held.key)]
    if held.stands:
        return [replace(state, key=held.key)] if _is_one_role(row, held) else [held.ended(state.valid_from), state]
    end = held.valid_to or state.valid_from
    if is_unstated:
        return [state]
    if _is_one_role(row, held) and state.valid_from < end:
        return [replace(state, key=held.key)]
    return [held.ended(min(end, state.valid_from)), state]


def parted(held: DatedLink, day: date, around: Around) -> DatedLink:
    """Return a link that no row states any more: it ends on a day, or when one of its ends did."""
    ends = [around.end(held.link, id, day) for id in (held.link.source, held.link.target)]
    return held.ended(max(held.valid_from, min(ends)))


def _state(
    row: DatedLink, held: DatedLink, former: Sequence[date], today: date, around: Around, *, is_unstated: bool
) -> DatedLink:
    """Return the state to reach: the row, but what begins anew, once its row was gone or under another role, begins today.

    What goes on under another role from an end that was none begins where the former ended, and nothing in a former life
    of either end.
    """
    if row.valid_to is not None:
        # An end is that of the last life: it is not lengthened into a former one, not even where nothing was left of it.
        begun, former_end = row.valid_from, max(former, default=row.valid_from)
        if begun < former_end:
            begun = max(former_end, held.valid_from)
        return replace(row, valid_from=min(begun, row.valid_to))
    if held.valid_to is None:
        return _going_on(row, held, former, today)
    if is_unstated:
        return replace(row, valid_from=today)
    state = _going_on(row, held, former, held.valid_to)
    return replace(state, valid_from=around.begin(row.link, state.valid_from))


def _going_on(row: DatedLink, held: DatedLink, former: Sequence[date], day: date) -> DatedLink:
    """Return the state to reach of what stands, or never ended: another role begins on a day.

    A role the row dates later than the one it follows begins that day. What once began anew stays begun when it did.
    """
    if not _is_one_role(row, held):
        is_dated = row.valid_from > held.valid_from > date.min
        return row if is_dated else replace(row, valid_from=day)
    if not former or row.valid_from >= max(former):
        return row
    return replace(row, valid_from=day if held.valid_from == date.min else held.valid_from)


def _is_one_role(row: DatedLink, held: DatedLink) -> bool:
    return row.properties.get(_ROLE) == held.properties.get(_ROLE)


def _former_ends(held: DatedLink, others: Iterable[DatedLink]) -> list[date]:
    return [
        other.valid_to
        for other in others
        if other.key != held.key and other.valid_to and not other.is_void and other.valid_from <= held.valid_from
    ]
