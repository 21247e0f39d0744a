"""Rows that name other rows: each names one that exists, of a kind it may name, and that stands where its end is refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from seed_data.faults import DataSetFault
from seed_data.index import Index, IndexedRow
from seed_data.sheets import Sheet
from seed_data.typed_sheets import TypedSheet
from words import Said, said


@dataclass(frozen=True, slots=True)
class Nameable:
    """What a row may name.

    ``sorts`` are those of indexed rows, none for a row at the top, which names nothing; ``called`` is what a message
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
    """One column of references, and what each row may name in it; ``target_sheets`` are those whose rows they may name.

    ``refuses_ends``: a row that stands names what stands. Elsewhere it ends with what it names, or goes on without it.
    ``may_be_taken_out``: a message tells what to do about a row that is not there any more.
    """

    rows: TypedSheet
    column: str
    nameable: Sequence[Nameable]
    target_sheets: Sequence[Sheet]
    refuses_ends: bool
    may_be_taken_out: bool

    def targets(self, place: int) -> tuple[str, ...]:
        """Return the ids that the row at a place names."""
        return self.rows.targets[self.column][place]

    def is_outlived(self, place: int, target: IndexedRow) -> bool:
        """Return whether the row at a place stands by its own cells, and what it names has ended."""
        return target.ended is not None and not self.rows.ended[place]

    def is_too_late(self, place: int, target: IndexedRow) -> bool:
        """Return whether the row at a place would end with what it must name, and begins when that is no more.

        Two such days contradict each other. What never was, ending on its first day, may be named by what never was.
        """
        begin, end = self.rows.valid_from[place], self.rows.valid_to[place]
        if not self.is_outlived(place, target) or not self.nameable[place].is_required or begin is None or begin != end:
            return False
        return target.ended is not None and (target.ended < begin or (target.ended == begin and target.begun != begin))

    def is_refused(self, place: int, target: IndexedRow) -> bool:
        """Return whether what the row at a place names must not have ended while the row stands."""
        return self.refuses_ends and self.is_outlived(place, target) and self.rows.valid_to[place] is None


def check_references(
    references: References, index: Index, faults: list[DataSetFault], cautions: list[DataSetFault]
) -> None:
    """Add a fault for each row that names what it may not, or nothing where it must; a caution where it names what has ended."""
    texts = references.rows.sheet.columns.get(references.column)
    if texts is None:
        return
    for place, text in enumerate(texts):
        targets, nameable = references.targets(place), references.nameable[place]
        if not targets and not text and nameable.is_required and nameable.sorts:
            expected = _wish(nameable, is_standing=not references.rows.ended[place])
            faults.append(references.rows.fault(place, references.column, "", expected))
        if 0 < len(targets) < nameable.least:
            expected = said("at least {least} ids, with semicolons between them", least=nameable.least)
            faults.append(references.rows.fault(place, references.column, text, expected))
        for target in targets:
            _check_target(references, place, target, index, faults, cautions)


def _check_target(
    references: References,
    place: int,
    target: str,
    index: Index,
    faults: list[DataSetFault],
    cautions: list[DataSetFault],
) -> None:
    named = index.rows.get(target)
    is_fit = named is not None and named.sort in references.nameable[place].sorts
    if named is None or not is_fit or target == references.rows.id[place] or references.is_refused(place, named):
        trouble = _trouble(references, place, target, named, index)
        if trouble is not None:
            faults.append(references.rows.fault(place, references.column, target, trouble))
    elif references.is_too_late(place, named):
        expected = _begun_after(_wish(references.nameable[place], is_standing=True), place, references, named, index)
        faults.append(references.rows.fault(place, references.column, target, expected))
    elif references.is_outlived(place, named) and not references.refuses_ends:
        expected = _ended(references, place, named, index)
        cautions.append(references.rows.fault(place, references.column, target, expected))


def _wish(nameable: Nameable, *, is_standing: bool) -> Said:
    return (
        said("the id of a standing {called}", called=nameable.called)
        if is_standing
        else said("the id of a {called}, standing or ended", called=nameable.called)
    )


def _trouble(references: References, place: int, target: str, named: IndexedRow | None, index: Index) -> Said | None:
    """Return what is expected instead of a reference that does not fit, or ``None`` when nothing sure can be said."""
    nameable = references.nameable[place]
    if nameable.names_nothing:
        return said("an empty cell; a row of this kind stands at the top")
    wish = _wish(nameable, is_standing=not references.rows.ended[place])
    own = references.rows.id[place]
    if target == own:
        return said("{wish}; a row cannot name itself", wish=wish)
    if target in index.repeated:
        return None
    if named is None:
        may_be = index.may_have(target) or not all(sheet.is_whole for sheet in references.target_sheets)
        return None if may_be else _unknown(wish, references, place)
    where = _where(named)
    if (
        own is not None
        and named.sort not in nameable.sorts
        and any(own == above for above, _ in index.ancestors(target))
    ):
        return said("{wish}; the row of that id ({where}) is itself below this one", wish=wish, where=where)
    if named.sort is not None and named.sort not in nameable.sorts:
        return said("{wish}; the row of that id is a {kind} ({where})", wish=wish, kind=named.sort, where=where)
    if named.ended is not None and references.is_refused(place, named):
        return said(
            "{wish}; the row of that id ended on {day} ({where})",
            wish=wish,
            day=named.ended.isoformat(),
            where=_where_ended(named, index),
        )
    return None


def _where(named: IndexedRow) -> Said:
    return said("{file} line {line}", file=named.file, line=named.line)


def _where_ended(named: IndexedRow, index: Index) -> Said:
    """Return where a row stands, and where the day on which it ends is stated, if not by itself."""
    cause = index.rows.get(named.ended_with or "")
    if cause is None:
        return _where(named)
    return said("{row}, with {id} of {cause}", row=_where(named), id=named.ended_with, cause=_where(cause))


def _begun_after(wish: Said, place: int, references: References, named: IndexedRow, index: Index) -> Said:
    """Return that a row names what had ended when the row began, and what to do about it."""
    return said(
        "{wish}; the row of that id ended on {day} ({where}), and this row begins on {begin}: state its days as they were, "
        "or take it out",
        wish=wish,
        day=str(named.ended),
        where=_where_ended(named, index),
        begin=str(references.rows.valid_from[place]),
    )


def _ended(references: References, place: int, named: IndexedRow, index: Index) -> Said:
    """Return that what a row names has ended, and what becomes of the row."""
    wish, where = _wish(references.nameable[place], is_standing=True), _where_ended(named, index)
    end = references.rows.valid_to[place]
    if end is None:
        return said(
            "{wish}; the row of that id ended on {day} ({where}), and this row goes on without it",
            wish=wish,
            day=str(named.ended),
            where=where,
        )
    return said(
        "{wish}; the row of that id ended on {day} ({where}), and this row ends on {end}",
        wish=wish,
        day=str(named.ended),
        where=where,
        end=end.isoformat(),
    )


def _unknown(wish: Said, references: References, place: int) -> Said:
    """Return that nobody has an id, and what to do about it where its row may have been taken out."""
    unknown = said("{wish}; no row has it", wish=wish)
    if not references.may_be_taken_out:
        return unknown
    nameable = references.nameable[place]
    if nameable.is_required and len(references.targets(place)) <= nameable.least:
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
