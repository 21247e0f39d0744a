"""What is wrong with a data set: each fault where it stands, and the error that lists them all."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import DataSetError
from graph.vocabulary import masked
from seed_data.format import LAYOUTS, PEOPLE_FILES
from seed_data.origins import DATASET_FILE

_LONGEST_SHOWN = 60
_FILE_ORDER = {file: place for place, file in enumerate((DATASET_FILE, *(layout.file for layout in LAYOUTS)), 1)}


def shown(text: str) -> str:
    """Return a text quoted for a message: cut when long, with what cannot be seen escaped."""
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…")


def cautioned(character: str) -> str:
    """Return what is expected instead of a private-use character, which is no fault: some rare characters have no other."""
    return f"a character of Unicode in place of the private-use {character}, which other fonts show otherwise or not at all"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a data set.

    ``line`` counts from 1 and is where the row begins; 0 means the file as a whole. ``column`` is a column's name,
    or a key of ``dataset.toml``. ``value`` is what stands there, ``None`` when the fault is not one of a value.
    """

    file: str
    line: int
    column: str | None
    value: str | None
    expected: str

    def __str__(self) -> str:
        """Return the fault on one line: where, what stands there and what is expected."""
        place = f"{self.file} line {self.line}" if self.line else self.file
        if self.column is not None:
            place += f", {'key' if self.file == DATASET_FILE else 'column'} {self.column}"
        found = "" if self.value is None else "empty — " if not self.value else f"{shown(self._seen(self.value))} — "
        return f"{place}: {found}expected {self.expected}."

    def _seen(self, value: str) -> str:
        # What is printed is kept in logs and sent around; the line tells whose name it is to who may open the file.
        return masked(value) if self.column == "name" and self.file in PEOPLE_FILES else value


class InvalidDataSetError(DataSetError):
    """A data set has faults; ``faults`` holds every one of them, by file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=_place))
        count = f"{len(self.faults)} fault{'' if len(self.faults) == 1 else 's'}"
        super().__init__("\n".join([f"The data set has {count}; nothing is loaded.", *map(str, self.faults)]))


def _place(fault: Fault) -> tuple[int, int, str]:
    return _FILE_ORDER.get(fault.file, 0), fault.line, fault.column or ""
