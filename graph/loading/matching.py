"""Which membership of the graph a row speaks of, among those there were between one unit and one alliance."""

from collections.abc import Sequence
from dataclasses import replace

from graph.loading.facts import Bond
from graph.loading.held import HeldBond


def match(
    stated: Sequence[Bond], held: Sequence[HeldBond]
) -> tuple[list[tuple[Bond, HeldBond | None]], list[HeldBond]]:
    """Return each row of a pair with the membership it speaks of, and the standing memberships no row speaks of.

    At most one row stands; rows of the past do not overlap it or one another.
    """
    left = list(held)
    found: dict[Bond, HeldBond] = {}
    for candidate in (
        _loaded_as_stated,
        _loaded_standing,
        _same_life,
        _ended_since,
        _standing_still,
        _begun_anew,
        _ended_since_restated,
    ):
        for bond in stated:
            if bond in found:
                continue
            choice = candidate(bond, left)
            if choice is not None:
                found[bond] = choice
                left.remove(choice)
    return [(bond, found.get(bond)) for bond in stated], [one for one in left if one.valid_to is None]


def _loaded_as_stated(bond: Bond, left: Sequence[HeldBond]) -> HeldBond | None:
    """Return the one this row was last loaded as: a later life keeps its own first day, which is not the row's."""
    return next((one for one in left if one.row_digest == bond.digest()), None)


def _loaded_standing(bond: Bond, left: Sequence[HeldBond]) -> HeldBond | None:
    """Return, for a row of the past, the one that stands by the same row as it was before it stated an end."""
    before = replace(bond, valid_to=None).digest()
    return next((one for one in left if bond.valid_to and not one.valid_to and one.row_digest == before), None)


def _same_life(bond: Bond, left: Sequence[HeldBond]) -> HeldBond | None:
    """Return one that stands, or ended, as the row does, and began the same day; one that says the same comes first."""
    same = [
        one for one in left if one.valid_from == bond.valid_from and (one.valid_to is None) == (bond.valid_to is None)
    ]
    return min(same, key=lambda one: (one.row_digest != bond.digest(), one.row_digest is None), default=None)


def _ended_since(bond: Bond, left: Sequence[HeldBond]) -> HeldBond | None:
    """Return, for a row of the past, one that began the same day and still stands."""
    if bond.valid_to is None:
        return None
    return next((one for one in left if one.valid_to is None and one.valid_from == bond.valid_from), None)


def _standing_still(bond: Bond, left: Sequence[HeldBond]) -> HeldBond | None:
    """Return one that stands as the row does, from whatever day; one a load has written comes first."""
    if bond.valid_to is not None:
        return None
    standing = [one for one in left if one.valid_to is None]
    return min(standing, key=lambda one: one.row_digest is None, default=None)


def _begun_anew(bond: Bond, left: Sequence[HeldBond]) -> HeldBond | None:
    """Return, for a row that stands, the last that ended on a day the row says it stood."""
    if bond.valid_to is not None:
        return None
    reaching = [
        one
        for one in left
        if one.valid_to is not None and one.valid_to > bond.valid_from and one.valid_from != one.valid_to
    ]
    return max(reaching, key=lambda one: one.valid_to or bond.valid_from, default=None)


def _ended_since_restated(bond: Bond, left: Sequence[HeldBond]) -> HeldBond | None:
    """Return, for a row of the past, one that began before it ended and still stands."""
    if bond.valid_to is None:
        return None
    ended = bond.valid_to
    return next((one for one in left if one.valid_to is None and (one.valid_from or ended) < ended), None)
