"""What to do about each stated fact, decided from what is stated, what the graph holds and what a load last left."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from graph.loading.facts import Bond, Fact
from graph.loading.held import Held, HeldBond
from words import Said, said

T = TypeVar("T", Fact, Bond)
H = TypeVar("H", Held, HeldBond)


class Verdict(StrEnum):
    """What is to be done about a fact."""

    CHANGE = "change"
    ADOPT = "adopt"
    LEAVE = "leave"
    CONFLICT = "conflict"


@dataclass(slots=True)
class Plan(Generic[T, H]):
    """What is to be done about a batch; each stated row is in one list, or counted in ``unchanged``.

    ``adopted`` are as stated already, and are only marked so. ``ended`` stand and are stated as ended. ``gone`` stand,
    were loaded once and are stated no more.
    """

    added: list[T] = field(default_factory=list[T])
    changed: list[tuple[T, H]] = field(default_factory=list[tuple[T, H]])
    ended: list[tuple[T, H]] = field(default_factory=list[tuple[T, H]])
    gone: list[H] = field(default_factory=list[H])
    adopted: list[tuple[T, H]] = field(default_factory=list[tuple[T, H]])
    unchanged: int = 0
    conflicts: list[tuple[str, Said]] = field(default_factory=list[tuple[str, Said]])


def decide(stated: str, held: Held | HeldBond, *, overwrite: bool) -> Verdict:
    """Return what to do about a row of that fingerprint, given what the graph holds for it.

    A state that differs from the one the last load left was changed by other means.
    """
    state = held.digest()
    if stated == state:
        return Verdict.LEAVE if held.row_digest == stated and held.state_digest == state else Verdict.ADOPT
    if not as_left(held, overwrite=overwrite):
        return Verdict.CONFLICT
    # Under overwrite a row may be as it was and the graph not: the row is brought back.
    return Verdict.LEAVE if stated == held.row_digest and state == held.state_digest else Verdict.CHANGE


def as_left(held: Held | HeldBond, *, overwrite: bool) -> bool:
    """Whether a load may write to it: it is as the last load left it, or rows come first."""
    return overwrite or held.digest() == held.state_digest


def why_conflict(held: Held | HeldBond) -> Said:
    """Return, in a sentence, why something is left alone."""
    if held.row_digest is None:
        return said("it was made in the graph by other means than a load")
    return said("it was changed in the graph by other means since it was loaded")
