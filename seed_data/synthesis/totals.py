"""The totals that are reached exactly: each a published figure, found by its key."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from graph.errors import DataSetError
from seed_data.synthesis.rows import FigureRow
from words import enumerated, said


@dataclass(frozen=True, slots=True)
class Totals:
    """How many there are of each in the whole city; a field's name is the key of its figure."""

    grids: int
    grid_branches: int
    grid_groups: int
    building_groups: int
    member_households: int
    alliances: int
    alliance_units: int


def totals_of(figures: Iterable[FigureRow]) -> Totals:
    """Return the totals among the figures; raises ``DataSetError`` where one is missing."""
    values = {figure.key: figure.value for figure in figures}
    missing = [field.name for field in fields(Totals) if field.name not in values]
    if missing:
        raise DataSetError(
            said(
                "figures.csv lacks {missing}: these totals are what a data set is made to.", missing=enumerated(missing)
            )
        )
    return Totals(**{field.name: int(values[field.name]) for field in fields(Totals)})
