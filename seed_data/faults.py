"""What is wrong with a data set: each fault where it stands, and the error that lists them all."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import DataSetError
from graph.vocabulary import masked
from seed_data.format import LAYOUTS, PEOPLE_COLUMNS
from seed_data.origins import DATASET_FILE
from words import Said, Series, counted, said

_LONGEST_SHOWN = 60
_FILE_ORDER = {file: place for place, file in enumerate((DATASET_FILE, *(layout.file for layout in LAYOUTS)), 1)}


def shown(text: str) -> str:
    """Return a text quoted for a message: cut when long, with what cannot be seen escaped."""
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…")


def cautioned(character: str) -> Said:
    """Return what is expected instead of a private-use character, which is no fault: some rare characters have no other."""
    return said(
        "a character of Unicode in place of the private-use {character}, which other fonts show otherwise or "
        "not at all",
        character=character,
    )


@dataclass(frozen=True, slots=True)
class DataSetFault:
    """One thing wrong in a data set.

    ``line`` counts from 1 and is where the row begins; 0 means the file as a whole. ``column`` is a column's name,
    or a key of ``dataset.toml``. ``value`` is what stands there, ``None`` when the fault is not one of a value. It is shown
    masked where it may be a person's name or code, unless it is known to be of nobody: ``is_nobodys``.
    """

    file: str
    line: int
    column: str | None
    value: str | None
    expected: Said
    is_nobodys: bool = False

    def __str__(self) -> str:
        """Return the fault on one line, in the language of the moment: where, what stands there and what is expected."""
        place = self._place
        if self.value is None:
            return str(said("{place}: expected {expected}.", place=place, expected=self.expected))
        found = shown(self._seen(self.value)) if self.value else said("empty")
        return str(said("{place}: {found} — expected {expected}.", place=place, found=found, expected=self.expected))

    @property
    def _place(self) -> Said:
        file = (
            said("{file} line {line}", file=self.file, line=self.line) if self.line else said("{file}", file=self.file)
        )
        if self.column is None:
            return file
        if self.file == DATASET_FILE:
            return said("{file}, key {key}", file=file, key=self.column)
        return said("{file}, column {column}", file=file, column=self.column)

    def _seen(self, value: str) -> str:
        # What is printed is kept in logs and sent around; the line tells whose name it is to who may open the file.
        is_private = self.column is not None and self.column == PEOPLE_COLUMNS.get(self.file)
        return masked(value) if is_private and not self.is_nobodys else value


class InvalidDataSetError(DataSetError):
    """A data set has faults; ``faults`` holds every one of them, by file and line."""

    def __init__(self, faults: Iterable[DataSetFault]) -> None:
        self.faults = tuple(sorted(faults, key=_place))
        count = counted(
            "The data set has {number} fault; nothing is loaded.",
            "The data set has {number} faults; nothing is loaded.",
            len(self.faults),
        )
        super().__init__(Series((count, *self.faults), said("\n")))


def _place(fault: DataSetFault) -> tuple[int, int, str]:
    return _FILE_ORDER.get(fault.file, 0), fault.line, fault.column or ""
