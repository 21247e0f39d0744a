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
    tells territory from organisations. A cell that ``is_required`` is empty in rows at the top alone.
    """

    sorts: tuple[str, ...]
    called: str
    is_sure: bool
    is_required: bool

    @property
    def names_nothing(self) -> bool:
        """Return whether the row stands at the top."""
        return self.is_sure and not self.sorts


@dataclass(frozen=True, slots=True)
class References:
    """One column of references: the rows' own ids, what they name, what they may name, and whether they have ended."""

    sheet: Sheet
    column: str
    ids: Sequence[str | None]
    targets: Sequence[str | None]
    wanted: Sequence[Wanted]
    ended: Sequence[str]
    target_sheet: Sheet


def check_references(references: References, index: Index, faults: list[Fault]) -> None:
    """Add a fault for each row that names what it may not, or nothing where it must."""
    texts = references.sheet.columns.get(references.column)
    if texts is None:
        return
    for place, target in enumerate(references.targets):
        wanted = references.wanted[place]
        if target is None:
            if texts[place] or not (wanted.is_required and wanted.sorts):
                continue
            expected = _wish(wanted, is_standing=not references.ended[place])
        else:
            entry = index.entries.get(target)
            ended = references.ended[place]
            if entry is not None and entry.sort in wanted.sorts and (ended or not entry.ended):
                continue
            trouble = _trouble(references, place, target, entry, index)
            if trouble is None:
                continue
            expected = trouble
        line = references.sheet.lines[place]
        faults.append(Fault(references.sheet.layout.file, line, references.column, texts[place], expected))


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
        may_be = index.may_have(target) or not references.target_sheet.is_whole
        return None if may_be else f"{wish}; no row has it"
    where = f"{entry.file} line {entry.line}"
    if own is not None and entry.sort not in wanted.sorts and any(own == above for above, _ in index.ancestors(target)):
        return f"{wish}; the row of that id ({where}) is itself below this one"
    if entry.sort is not None and entry.sort not in wanted.sorts:
        return f"{wish}; the row of that id is a {entry.sort} ({where})"
    if entry.ended and not references.ended[place]:
        return f"{wish}; the row of that id ended on {entry.ended.isoformat()} ({where})"
    return None
