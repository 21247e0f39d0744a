"""Cuts the rows of the ledgers: those that belong to what is left, and the units they name beside."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.vocabulary import LEDGERS, MODEL, PEOPLE, Kind
from seed_data.synthesis.rows import Cell, EntryRow


def cut_entries(entries: Iterable[EntryRow], left: set[str], units: set[str]) -> tuple[list[EntryRow], set[str]]:
    """Return the rows that belong to something that is left, each naming only what is, and those of ``units`` they name.

    Where a row belongs, its first tie says; one that has none is a catalogue's and stays. A person stays who holds a post
    that is left; a leader in contact with none of the areas that are left stays as the person who holds his posts. The unit a row names beside (its employer, who delegates) stays with it.
    """
    by_kind: dict[Kind, list[EntryRow]] = {kind: [] for kind in LEDGERS}
    for entry in entries:
        by_kind[entry.kind].append(entry)
    left, named, kept = set(left), set[str](), list[EntryRow]()
    for kind in LEDGERS:
        for entry in sorted(by_kind[kind], key=_names_its_kind):
            cut = _cut(entry, left, units)
            if cut is not None:
                left.add(cut.id)
                kept.append(cut)
                named.update(
                    id for tie in MODEL[kind].ties for id in _ids(cut.cells.get(tie.column, ())) if id in units
                )
    return kept, named


def _cut(entry: EntryRow, left: set[str], units: set[str]) -> EntryRow | None:
    """Return a row with what is left of its ties, ``None`` where too little is of one that it must have."""
    if entry.kind is Kind.CADRE and not left.intersection(_ids(entry.cells["area_ids"])):
        entry = EntryRow(Kind.PERSON, entry.id, entry.name, {"post_ids": entry.cells.get("post_ids", ())}, entry.source)
    cells = dict(entry.cells)
    is_placed = entry.kind not in PEOPLE
    for place, tie in enumerate(MODEL[entry.kind].ties):
        targets = _ids(cells.pop(tie.column, ()))
        stays = [id for id in targets if id in left or (place > 0 and id in units)]
        if len(stays) < tie.least or (place == 0 and targets and not stays):
            return None
        is_placed |= any(id in left for id in stays)
        if stays:
            cells[tie.column] = stays if tie.several else stays[0]
    return replace(entry, cells=cells) if is_placed else None


def _names_its_kind(entry: EntryRow) -> bool:
    return any(entry.kind in tie.targets and tie.column in entry.cells for tie in MODEL[entry.kind].ties)


def _ids(cell: Cell) -> Sequence[str]:
    return (cell,) if isinstance(cell, str) else cell if isinstance(cell, Sequence) else ()
