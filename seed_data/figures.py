"""The published figures of a data set: figures.csv."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from graph.loading import Published
from graph.vocabulary import Comparison
from seed_data import cells
from seed_data.columns import Columns
from seed_data.faults import DataSetFault
from words import said

T = TypeVar("T")

_COMPARISONS = {comparison.value: comparison for comparison in Comparison}


def read_figures(columns: Columns, statements: frozenset[str]) -> list[Published]:
    """Return the figures in the order of the file, their statements among those there are; of no use where a fault was added."""
    keys = columns.of("key", cells.code)
    sections = columns.of("section", cells.name)
    phrases = columns.of("phrase", cells.prose)
    values = columns.of("value", cells.number)
    units = columns.of("unit", cells.name)
    counted = columns.of("what_it_counts", cells.prose)
    comparisons = columns.maybe("comparison", cells.one_of(_COMPARISONS))
    named = columns.maybe("statement", cells.one_of({name: name for name in sorted(statements)}))
    notes = columns.maybe("note", cells.prose)
    _check_keys(columns, keys)
    agreeing = [comparison or Comparison.EQUAL for comparison in comparisons]
    rows = map(
        Published,
        _filled(keys),
        _filled(sections),
        _filled(phrases),
        _filled(values),
        _filled(units),
        _filled(counted),
        named,
        notes,
        agreeing,
    )
    return [*rows]


def _filled(values: Iterable[T | None]) -> list[T]:
    return [value for value in values if value is not None]


def _check_keys(columns: Columns, keys: Sequence[str | None]) -> None:
    lines: dict[str, int] = {}
    file = columns.sheet.layout.file
    for key, line in zip(keys, columns.sheet.lines, strict=True):
        if key is not None and (first := lines.setdefault(key, line)) != line:
            expected = said("each key once; line {line} has it", line=first)
            columns.faults.append(DataSetFault(file, line, "key", key, expected))
