"""Rows that name other rows: each names one that exists, stands, and is of a kind it may name."""

from collections.abc import Sequence
from dataclasses import dataclass

from seed_data.faults import Fault
from seed_data.index import Entry, Index
from seed_data.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row may name.

    ``sorts`` are those of index entries, none for a row at the top, which names nothing; ``called`` is what a message
    calls them. ``is_sure`` is false where the row's own kind, or the table of kinds, is at fault: then ``sorts`` only
    tells territory from organisations. A cell that ``is_required`` is empty in rows at the top alone; one that is not empty
    names ``least`` rows at least.
    """

    sorts: tuple[str, ...]
    called: str
    is_sure: bool
    is_required: bool
    least: int = 1

    @property
    def names_nothing(self) -> bool:
        """Return whether the row stands at the top."""
        return self.is_sure and not self.sorts


@dataclass(frozen=True, slots=True)
class References:
    """One column of references: the rows' own ids, what they name, what they may name, and whether they have ended.

    ``target_sheets`` are those whose rows they may name.
    """

    sheet: Sheet
    column: str
    ids: Sequence[str | None]
    targets: Sequence[Sequence[str]]
    wanted: Sequence[Wanted]
    ended: Sequence[str]
    target_sheets: Sequence[Sheet]
    # Whether a row that stands may name one that has ended: it then ends with it, or goes on without it.
    may_name_past: bool = False

    def is_past(self, place: int) -> bool:
        """Return whether the row at a place may name what has ended."""
        return bool(self.ended[place]) or self.may_name_past


def check_references(references: References, index: Index, faults: list[Fault]) -> None:
    """Add a fault for each row that names what it may not, or nothing where it must."""
    texts = references.sheet.columns.get(references.column)
    if texts is None:
        return
    file, lines = references.sheet.layout.file, references.sheet.lines
    for place, targets in enumerate(references.targets):
        wanted, ended = references.wanted[place], references.ended[place]
        if not targets and not texts[place] and wanted.is_required and wanted.sorts:
            expected = _wish(wanted, is_standing=not ended)
            faults.append(Fault(file, lines[place], references.column, "", expected))
        if 0 < len(targets) < wanted.least:
            expected = f"at least {wanted.least} ids, with semicolons between them"
            faults.append(Fault(file, lines[place], references.column, texts[place], expected))
        for target in targets:
            entry = index.entries.get(target)
            is_fit = entry is not None and entry.sort in wanted.sorts and (references.is_past(place) or not entry.ended)
            if is_fit and target != references.ids[place]:
                continue
            trouble = _trouble(references, place, target, entry, index)
            if trouble is not None:
                faults.append(Fault(file, lines[place], references.column, target, trouble))


def _wish(wanted: Wanted, *, is_standing: bool) -> str:
    return f"the id of a standing {wanted.called}" if is_standing else f"the id of a {wanted.called}, standing or ended"


def _trouble(references: References, place: int, target: str, entry: Entry | None, index: Index) -> str | None:
    """Return what is expected instead of a reference that does not fit, or ``None`` when nothing sure can be said."""
    wanted = references.wanted[place]
    if wanted.names_nothing:
        return "an empty cell; a row of this kind stands at the top"
    wish = _wish(wanted, is_standing=not references.ended[place])
    own = references.ids[place]
    if target == own:
        return f"{wish}; a row cannot name itself"
    if target in index.repeated:
        return None
    if entry is None:
        may_be = index.may_have(target) or not all(sheet.is_whole for sheet in references.target_sheets)
        return None if may_be else f"{wish}; no row has it{_ways_out(references, place)}"
    where = f"{entry.file} line {entry.line}"
    if own is not None and entry.sort not in wanted.sorts and any(own == above for above, _ in index.ancestors(target)):
        return f"{wish}; the row of that id ({where}) is itself below this one"
    if entry.sort is not None and entry.sort not in wanted.sorts:
        return f"{wish}; the row of that id is a {entry.sort} ({where})"
    if entry.ended and not references.is_past(place):
        return f"{wish}; the row of that id ended on {entry.ended.isoformat()} ({where})"
    return None


def _ways_out(references: References, place: int) -> str:
    """Return what to do about an id that nobody has any more, where a row may name what has ended."""
    if not references.may_name_past:
        return ""
    wanted = references.wanted[place]
    needs_it = wanted.is_required and len(references.targets[place]) <= wanted.least
    other = "take this row out as well" if needs_it else "take the id out of this cell"
    return f". If its row was taken out, put that back with the day it ended as its valid_to, or {other}"
