"""The rule on kinds under themselves: no row stands above itself, and no chain is deeper than a question walks."""

from collections.abc import Mapping

from graph.questions.trees import MAX_DEPTH
from seed_data.faults import DataSetFault
from seed_data.index import Index
from seed_data.typed_sheets import TypedSheet
from words import said


def check_circles(rows: TypedSheet, index: Index, faults: list[DataSetFault]) -> None:
    """Add a fault for each circle of superiors, at its first row, and for each row too far below its root."""
    told: set[str] = set()
    depths: dict[str, int] = {}
    for place, identity in enumerate(rows.id):
        if identity is None or identity in index.repeated or identity in told:
            continue
        above = [at for at, _ in index.ancestors(identity)]
        last = index.rows[above[-1]].parent_id if above else None
        # A circle of several kinds breaks their table, which is a fault of its own.
        is_of_a_kind = len({row.sort for _, row in index.ancestors(identity)}) == 1
        if last == identity and len(above) > 1 and is_of_a_kind:
            told.update(above)
            way = " → ".join([*above, identity] if len(above) <= MAX_DEPTH else [*above[:3], "…", identity])
            expected = said("a row that is not itself below this one; each is below the next: {way}", way=way)
            faults.append(rows.fault(place, "parent_id", above[1], expected))
        elif len(above) > MAX_DEPTH + 1 and last not in above and not _is_deep(above[1], depths):
            expected = said(
                "a row at most {most} steps below its root; {above} stand above this one",
                most=MAX_DEPTH - 1,
                above=len(above) - 2,
            )
            faults.append(rows.fault(place, "parent_id", above[1], expected))
        depths[identity] = len(above)


def _is_deep(superior: str, depths: Mapping[str, int]) -> bool:
    """Whether the fault of the row above says it already."""
    return depths.get(superior, 0) > MAX_DEPTH + 1
