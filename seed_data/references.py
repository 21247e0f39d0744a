"""Rows that name other rows: each names one that exists, stands, and is of a kind it may name."""

from collections.abc import Sequence
from dataclasses import dataclass

from seed_data.faults import Fault
from seed_data.index import Entry, Index
from seed_data.sheets import Sheet
from words import Said, said


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row may name.

    ``sorts`` are those of index entries, none for a row at the top, which names nothing; ``called`` is what a message
    calls them. ``is_sure`` is false where the row's own kind, or the table of kinds, is at fault: then ``sorts`` only
    tells territory from organisations. A cell that ``is_required`` is empty in rows at the top alone; one that is not empty
    names ``least`` rows at least.
    """

    sorts: tuple[str, ...]
    called: Said
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
            expected = said("at least {least} ids, with semicolons between them", least=wanted.least)
            faults.append(Fault(file, lines[place], references.column, texts[place], expected))
        for target in targets:
            entry = index.entries.get(target)
            is_fit = entry is not None and entry.sort in wanted.sorts and (references.is_past(place) or not entry.ended)
            if is_fit and target != references.ids[place]:
                continue
            trouble = _trouble(references, place, target, entry, index)
            if trouble is not None:
                faults.append(Fault(file, lines[place], references.column, target, trouble))


def _wish(wanted: Wanted, *, is_standing: bool) -> Said:
    return (
        said("the id of a standing {called}", called=wanted.called)
        if is_standing
        else said("the id of a {called}, standing or ended", called=wanted.called)
    )


def _trouble(references: References, place: int, target: str, entry: Entry | None, index: Index) -> Said | None:
    """Return what is expected instead of a reference that does not fit, or ``None`` when nothing sure can be said."""
    wanted = references.wanted[place]
    if wanted.names_nothing:
        return said("an empty cell; a row of this kind stands at the top")
    wish = _wish(wanted, is_standing=not references.ended[place])
    own = references.ids[place]
    if target == own:
        return said("{wish}; a row cannot name itself", wish=wish)
    if target in index.repeated:
        return None
    if entry is None:
        may_be = index.may_have(target) or not all(sheet.is_whole for sheet in references.target_sheets)
        return None if may_be else _unknown(wish, references, place)
    where = said("{file} line {line}", file=entry.file, line=entry.line)
    if own is not None and entry.sort not in wanted.sorts and any(own == above for above, _ in index.ancestors(target)):
        return said("{wish}; the row of that id ({where}) is itself below this one", wish=wish, where=where)
    if entry.sort is not None and entry.sort not in wanted.sorts:
        return said("{wish}; the row of that id is a {kind} ({where})", wish=wish, kind=entry.sort, where=where)
    if entry.ended and not references.is_past(place):
        return said(
            "{wish}; the row of that id ended on {day} ({where})", wish=wish, day=entry.ended.isoformat(), where=where
        )
    return None


def _unknown(wish: Said, references: References, place: int) -> Said:
    """Return that nobody has an id, and what to do about it where a row may name what has ended."""
    unknown = said("{wish}; no row has it", wish=wish)
    if not references.may_name_past:
        return unknown
    wanted = references.wanted[place]
    if wanted.is_required and len(references.targets[place]) <= wanted.least:
        return said(
            "{unknown}. If its row was taken out, put that back with the day it ended as its valid_to, or take this row "
            "out as well",
            unknown=unknown,
        )
    return said(
        "{unknown}. If its row was taken out, put that back with the day it ended as its valid_to, or take the id out of "
        "this cell",
        unknown=unknown,
    )
