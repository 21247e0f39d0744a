"""The statements of a load that make, end and restate memberships: run inside a Change's transaction."""

from dataclasses import replace
from datetime import date

from graph.captions import role_caption
from graph.engines import Transaction, Value
from graph.errors import DataSetError
from graph.loading.decisions import Plan
from graph.loading.facts import Bond
from graph.loading.held import HeldBond
from graph.query import Command, Query
from graph.rows import Count
from graph.vocabulary import Relationship, closed_type

_JOIN = Query("load/join", Count)
_Rows = list[dict[str, Value]]


def write_bonds(transaction: Transaction, plan: Plan[Bond, HeldBond], today: date) -> None:
    """Make, end and restate memberships as planned. A standing one with another role ends and begins anew."""
    joins = [_join_row(bond, bond) for bond in plan.added]
    restated = [_found_row(held, _stored(bond, bond)) for bond, held in plan.adopted]
    parts = [_found_row(held, _stored(bond, _next(bond, held, today))) for bond, held in plan.ended]
    parts += [_end_row(held, today) for held in plan.gone]
    for bond, held in plan.changed:
        state = _next(bond, held, today)
        if held.valid_to is not None and bond.valid_to is None:
            goes_on = not held.is_unstated and held.role == bond.role and state.valid_from < held.valid_to
            joins.append(_join_row(bond, state, held.element_id if goes_on else None))
            if not goes_on and not held.is_unstated:
                restated.append(_end_row(held, min(held.valid_to, state.valid_from)))
        elif bond.valid_to is None and held.role != bond.role:
            parts.append(_end_row(held, state.valid_from))
            joins.append(_join_row(bond, state))
        else:
            restated.append(_found_row(held, _stored(bond, state)))
    _run(transaction, "load/part", parts)
    _run(transaction, "load/rejoin", restated)
    _join(transaction, joins)


def _next(bond: Bond, held: HeldBond, today: date) -> Bond:
    """Return the state to reach: the row, but what begins anew, once its row was gone or under another role, begins today.

    An end that the row takes back was none. What goes on from there under another role begins where the former ended, and
    nothing in a former life of the unit or the alliance.
    """
    if bond.valid_to is not None:
        # An end is that of the last life: it is not lengthened into a former one, not even where nothing was left of it.
        begun, former_end = bond.valid_from, max(held.former_ends, default=bond.valid_from)
        if begun < former_end:
            begun = max(former_end, held.valid_from or former_end)
        return replace(bond, valid_from=min(begun, bond.valid_to))
    if held.valid_to is None:
        return _going_on(bond, held, today)
    if held.is_unstated:
        return replace(bond, valid_from=today)
    state = _going_on(bond, held, held.valid_to)
    return replace(state, valid_from=max([state.valid_from, *held.ends_began]))


def _going_on(bond: Bond, held: HeldBond, day: date) -> Bond:
    """Return the state to reach of what stands, or never ended: another role begins on a day.

    A role the row dates later than the one it follows begins that day. What once began anew stays begun when it did.
    """
    if held.role != bond.role:
        is_dated = held.valid_from is not None and bond.valid_from > held.valid_from
        return bond if is_dated else replace(bond, valid_from=day)
    former_end = max(held.former_ends, default=None)
    if former_end is None or bond.valid_from >= former_end:
        return bond
    return replace(bond, valid_from=held.valid_from or day)


def _end_row(held: HeldBond, day: date) -> dict[str, Value]:
    # No row states it now: one that comes back differs from this and begins anew.
    return _found_row(held, {"valid_to": day, "row_digest": "", "state_digest": held.digest_closed(day)})


def _found_row(held: HeldBond, properties: dict[str, Value]) -> dict[str, Value]:
    return {"element_id": held.element_id, "properties": properties}


def _join_row(bond: Bond, state: Bond, element_id: str | None = None) -> dict[str, Value]:
    type_ = Relationship.MEMBER_OF.value if state.valid_to is None else closed_type(Relationship.MEMBER_OF)
    return {
        "unit_id": bond.unit_id,
        "alliance_id": bond.alliance_id,
        "type": type_,
        "element_id": element_id,
        "properties": _stored(bond, state),
    }


def _stored(bond: Bond, state: Bond) -> dict[str, Value]:
    return {
        "role": state.role.value,
        "caption": role_caption(state.role),
        "source": state.source.value,
        "valid_from": state.valid_from,
        "valid_to": state.valid_to,
        "row_digest": bond.digest(),
        "state_digest": state.digest(),
    }


def _join(transaction: Transaction, rows: _Rows) -> None:
    if not rows:
        return
    made = _JOIN.within(transaction, bonds=rows)[0].total
    if made != len(rows):
        raise DataSetError(
            f"{len(rows) - made} memberships could not be made: a unit or alliance they name is not in the graph, or was "
            "closed by other means during the load. Nothing of this batch was written; run the load again."
        )


def _run(transaction: Transaction, name: str, bonds: _Rows) -> None:
    # A statement over nothing is a round trip for nothing.
    if bonds:
        Command(name).within(transaction, bonds=bonds)
