"""Every id of a data set, what it stands for, and the ids that stand twice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.vocabulary import AllianceLevel, Kind, LeadingGroupLevel
from seed_data.damage import repaired_code
from seed_data.drafts import AllianceDraft, Drafts, Level
from seed_data.faults import Fault
from seed_data.sheets import Sheet
from words import said

_EXCEL_POWER = re.compile(r"[0-9](?:\.([0-9]+))?E\+[0-9]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What other rows need to know of a row.

    ``sort`` is what it can be named as: a kind, or a level and a kind; ``None`` when its own cell is at fault.
    ``ended`` is the day it ended, ``None`` while it stands or when that day is at fault.
    """

    file: str
    line: int
    sort: str | None
    parent_id: str | None
    ended: date | None


@dataclass(frozen=True, slots=True)
class Index:
    """The entries by id, and the traces of rows that have lost theirs.

    ``strays`` are ids of rows that could not be read whole; ``powers`` what Excel left of codes (``2.20202E+11``),
    by their decimals. A reference that may mean one of them is not called unknown. What an id means that stands twice
    (``repeated``) is not sure either.
    """

    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
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

    def ancestors(self, identity: str) -> Iterator[tuple[str, Entry]]:
        """Yield a row and all above it, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        at: str | None = identity
        while at is not None and at not in seen and (entry := self.entries.get(at)) is not None:
            yield at, entry
            seen.add(at)
            at = entry.parent_id


def index_of(drafts: Drafts, faults: list[Fault]) -> Index:
    """Return the index of all files that have ids, adding a fault for each id that stands before."""
    index = Index()
    areas, orgs, units, alliances = drafts.areas, drafts.orgs, drafts.units, drafts.alliances
    no_parents = [None] * len(units.id)
    _add(index, areas.sheet, areas.id, areas.kind, areas.parent_id, areas.span.valid_to, faults)
    _add(index, orgs.sheet, orgs.id, orgs.kind, orgs.parent_id, orgs.span.valid_to, faults)
    _add(index, units.sheet, units.id, [Kind.UNIT] * len(units.id), no_parents, units.span.valid_to, faults)
    sorts = alliance_sorts(alliances)
    _add(index, alliances.sheet, alliances.id, sorts, alliances.guided_by, alliances.span.valid_to, faults)
    for ledger in drafts.ledgers:
        size = len(ledger.id)
        _add(index, ledger.sheet, ledger.id, [ledger.kind] * size, [None] * size, ledger.span.valid_to, faults)
    return index


LEVELS: dict[Kind, tuple[Level, ...]] = {
    Kind.ALLIANCE: tuple(AllianceLevel),
    Kind.LEADING_GROUP: tuple(LeadingGroupLevel),
}


def alliance_sort(level: Level, kind: Kind) -> str:
    """Return what an alliance can be named as, such as ``street Alliance``."""
    return f"{level.value} {kind.value}"


def alliance_sorts(draft: AllianceDraft) -> list[str | None]:
    """Return what each row can be named as, ``None`` where its kind or level is at fault."""
    return [
        alliance_sort(level, kind) if kind and level and level in LEVELS[kind] else None
        for level, kind in zip(draft.level, draft.kind, strict=True)
    ]


def _add(
    index: Index,
    sheet: Sheet,
    ids: Sequence[str | None],
    sorts: Sequence[str | None],
    parents: Sequence[str | None],
    ended: Sequence[date | None],
    faults: list[Fault],
) -> None:
    file = sheet.layout.file
    for identity, sort, parent, end, line in zip(ids, sorts, parents, ended, sheet.lines, strict=True):
        if identity is None:
            continue
        if (first := index.entries.get(identity)) is not None:
            expected = said("an id that no other row has; {file} line {line} has it", file=first.file, line=first.line)
            faults.append(Fault(file, line, "id", identity, expected))
            index.repeated.add(identity)
        else:
            index.entries[identity] = Entry(file, line, sort, parent, end)
    index.strays.update(sheet.strays)
    if None in ids:
        texts = sheet.columns.get("id", ())
        lost = [text for identity, text in zip(ids, texts, strict=False) if identity is None and text]
        index.strays.update(map(repaired_code, lost))
        for power in filter(None, map(_EXCEL_POWER.fullmatch, lost)):
            index.powers.setdefault(len(power.group(1) or ""), set()).add(power.group())
