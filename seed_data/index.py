"""Every id of a data set, what it stands for, and the ids that stand twice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.vocabulary import AllianceLevel, Kind, LeadingGroupLevel, Relationship
from seed_data.damage import repaired_code
from seed_data.faults import DataSetFault
from seed_data.typed_sheets import TypedSheet, TypedSheets
from words import said

_EXCEL_POWER = re.compile(r"[0-9](?:\.([0-9]+))?E\+[0-9]+")
_UPWARD = frozenset({Relationship.WITHIN, Relationship.UNDER, Relationship.GUIDED_BY})


@dataclass(frozen=True, slots=True)
class IndexedRow:
    """What other rows need to know of a row.

    ``sort`` is what it can be named as: a kind, or a level and a kind; ``None`` when its own cell is at fault.
    ``ended`` is the day it ends, by itself or with what it must name; ``None`` while it stands or when that day is at fault.
    ``ended_with`` is the id of the row that states that day, where it is not its own.
    """

    file: str
    line: int
    sort: str | None
    parent_id: str | None
    begun: date | None
    ended: date | None
    ended_with: str | None


@dataclass(frozen=True, slots=True)
class Index:
    """The rows by id, and the traces of rows that have lost theirs.

    ``strays`` are ids of rows that could not be read whole; ``powers`` what Excel left of codes (``2.20202E+11``),
    by their decimals. A reference that may mean one of them is not called unknown. What an id means that stands twice
    (``repeated``) is not sure either.
    """

    rows: dict[str, IndexedRow] = field(default_factory=dict[str, IndexedRow])
    repeated: set[str] = field(default_factory=set[str])
    strays: set[str] = field(default_factory=set[str])
    powers: dict[int, set[str]] = field(default_factory=dict[int, set[str]])

    def may_have(self, identity: str) -> bool:
        """Return whether a row with another fault may be the one of that id."""
        if identity in self.strays:
            return True
        return identity.isdecimal() and any(
            f"{int(identity):.{decimals}E}" in powers for decimals, powers in self.powers.items()
        )

    def ancestors(self, identity: str) -> Iterator[tuple[str, IndexedRow]]:
        """Yield a row and all above it, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        at: str | None = identity
        while at is not None and at not in seen and (row := self.rows.get(at)) is not None:
            yield at, row
            seen.add(at)
            at = row.parent_id


LEVELS: dict[Kind, tuple[AllianceLevel | LeadingGroupLevel, ...]] = {
    Kind.ALLIANCE: tuple(AllianceLevel),
    Kind.LEADING_GROUP: tuple(LeadingGroupLevel),
}


def alliance_sort(level: str, kind: Kind) -> str:
    """Return what an alliance can be named as, such as ``street Alliance``."""
    return f"{level} {kind.value}"


def sorts_in(rows: TypedSheet) -> Sequence[str | None]:
    """Return what each row can be named as, ``None`` where its kind or level is at fault."""
    levels = rows.properties.get("level")
    if levels is None:
        return rows.kind
    return [
        alliance_sort(str(level), kind) if kind and level in LEVELS[kind] else None
        for level, kind in zip(levels, rows.kind, strict=True)
    ]


def index_of(sheets: TypedSheets, faults: list[DataSetFault]) -> Index:
    """Return the index of all files that have ids, adding a fault for each id that stands before."""
    index = Index()
    for rows in sheets:
        if rows.layout.kinds:
            _add(index, rows, faults)
            _add_traces(index, rows)
    return index


def _add(index: Index, rows: TypedSheet, faults: list[DataSetFault]) -> None:
    file = rows.layout.file
    nothing: Sequence[tuple[str, ...]] = [()] * len(rows.id)
    above = next((rows.targets[tie.column] for tie in rows.layout.ties if tie.type in _UPWARD), nothing)
    days = zip(rows.valid_from, rows.valid_to, rows.ended_with, strict=True)
    columns = zip(rows.id, sorts_in(rows), above, days, rows.sheet.lines, strict=True)
    for place, (identity, sort, parents, lasting, line) in enumerate(columns):
        if identity is None:
            continue
        if (first := index.rows.get(identity)) is not None:
            expected = said("an id that no other row has; {file} line {line} has it", file=first.file, line=first.line)
            faults.append(rows.fault(place, "id", identity, expected))
            index.repeated.add(identity)
        else:
            index.rows[identity] = IndexedRow(file, line, sort, parents[0] if parents else None, *lasting)


def _add_traces(index: Index, rows: TypedSheet) -> None:
    """Add the traces of rows that have lost their ids."""
    index.strays.update(rows.sheet.strays)
    if None in rows.id:
        texts = rows.sheet.columns.get("id", ())
        lost = [text for identity, text in zip(rows.id, texts, strict=False) if identity is None and text]
        index.strays.update(map(repaired_code, lost))
        for power in filter(None, map(_EXCEL_POWER.fullmatch, lost)):
            index.powers.setdefault(len(power.group(1) or ""), set()).add(power.group())
