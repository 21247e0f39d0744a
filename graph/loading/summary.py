"""What a load did."""

from dataclasses import dataclass, field

from words import Said


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something a load left alone: its id, or the two ids of a membership, and why."""

    id: str
    why: Said


@dataclass(slots=True)
class Summary:
    """What a load did, each thing counted once.

    A row of the data set (an entity or a membership) is ``added`` when the graph held nothing for it; ``changed`` when
    it was brought to the row, which includes opening again what was closed; ``closed`` when it stood and the row says
    when it ended; ``unchanged`` when it already was as stated; or a conflict, left as it was. Beside the rows, what a
    load once wrote and no row states any more is ``closed`` too, or a conflict when it cannot be: so the sum of all
    five is the number of rows, and of things whose row is gone.
    """

    added: int = 0
    changed: int = 0
    closed: int = 0
    unchanged: int = 0
    conflicts: list[Conflict] = field(default_factory=list[Conflict])
