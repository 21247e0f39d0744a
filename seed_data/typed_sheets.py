"""The files of a data set as typed columns, cell by cell; ``None`` where a cell is empty or at fault.

Columns, not rows: the rules over the whole then see every sound cell of a row that has a fault elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.engines import Value
from graph.vocabulary import MODEL, Kind, Source, Tie
from seed_data.faults import DataSetFault
from seed_data.format import Layout
from seed_data.sheets import Sheet
from words import Said


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """One file of entities or links.

    ``targets`` are the ids of each tie, none where a cell is empty or at fault, and ``properties`` the values of each property,
    both by their columns. A link has no id, kind or name. ``valid_to`` is the day a row ends, by itself or with what it must
    name; ``ended`` is the text of that cell, empty for a row that stands: whether it has ended shows in a bad date too.
    ``ended_with`` is the id of the row that states the day, where a row ends with what it must name.
    """

    sheet: Sheet
    kind: list[Kind | None]
    id: list[str | None]
    name: list[str | None]
    targets: Mapping[str, list[tuple[str, ...]]]
    properties: Mapping[str, Sequence[Value]]
    source: list[Source | None]
    valid_from: list[date | None]
    valid_to: list[date | None]
    ended: Sequence[str]
    ended_with: list[str | None]

    @property
    def layout(self) -> Layout:
        """The layout of the file."""
        return self.sheet.layout

    def ties(self, place: int) -> tuple[Tie, ...]:
        """Return the ties of the row at a place, none while its kind is at fault."""
        if len(self.layout.kinds) <= 1:
            return self.layout.ties
        kind = self.kind[place]
        return () if kind is None else MODEL[kind].ties

    def stands(self, place: int) -> bool:
        """Return whether the row at a place has not ended, neither by its own cells nor with what it must name."""
        return not self.ended[place] and self.valid_to[place] is None

    def standing(self, column: str) -> Iterator[tuple[int, str]]:
        """Yield each id that rows which stand name in a column, with the place of the row."""
        for place, targets in enumerate(self.targets[column]):
            if self.stands(place):
                for target in targets:
                    yield place, target

    def fault(self, place: int, column: str, value: str, expected: Said) -> DataSetFault:
        """Return a fault of the row at a place."""
        return DataSetFault(self.layout.file, self.sheet.lines[place], column, value, expected)


@dataclass(frozen=True, slots=True)
class TypedSheets:
    """All files of entities and links, by their names, in an order in which none names rows of one that comes later."""

    by_file: Mapping[str, TypedSheet]

    def __getitem__(self, layout: Layout) -> TypedSheet:
        """Return the file of a layout."""
        return self.by_file[layout.file]

    def __iter__(self) -> Iterator[TypedSheet]:
        """Yield the files."""
        return iter(self.by_file.values())

    def of(self, kind: Kind) -> TypedSheet:
        """Return the file in which the rows of a kind stand."""
        return self.by_file[MODEL[kind].file]
