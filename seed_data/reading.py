"""Reading a data set: from a folder of files to rows that have been checked whole."""

import os
from datetime import date
from pathlib import Path

from graph.tables import AreaKind, OrgKind
from seed_data import cells, columns, rows
from seed_data.checking import check, check_names
from seed_data.decoding import file_text
from seed_data.description import Description
from seed_data.drafts import Drafts
from seed_data.faults import Fault, InvalidDataSetError
from seed_data.format import (
    ALLIANCES,
    AREAS,
    FIGURES,
    LEDGER_LAYOUTS,
    MEMBERSHIPS,
    ORGS,
    UNITS,
    DataSet,
    Layout,
)
from seed_data.frame import Frame, read_frame
from seed_data.sheets import read_sheet
from seed_data.tables import own_categories
from words import said


def read_data_set(
    folder: Path, *, today: date, statements: frozenset[str], cautions: list[Fault] | None = None
) -> DataSet:
    """Return the data set of a folder, read and checked whole.

    ``statements`` are the names a figure may give as its statement; no date may lie after ``today``. Raises
    ``InvalidDataSetError`` with every fault of every file when there is any. What is no fault, and yet may be none's wish,
    is added to ``cautions``.
    """
    if not folder.is_dir():
        what = said("it is a file") if folder.exists() else said("there is none")
        raise InvalidDataSetError(
            [Fault(str(folder), 0, None, None, said("a folder with a data set in it; {what}", what=what))]
        )
    faults: list[Fault] = []
    noticed: list[Fault] = [] if cautions is None else cautions
    frame = read_frame(folder, today=today, faults=faults, cautions=noticed)
    check_names(folder, faults)
    drafts = _drafts(folder, frame, today=today, statements=statements, faults=faults, cautions=noticed)
    check(drafts, frame, faults)
    # A frame lacks a part only when a fault says why.
    if faults or frame.description is None or frame.area_kinds is None or frame.org_kinds is None:
        raise InvalidDataSetError(faults)
    return _data_set(frame.description, tuple(frame.area_kinds.values()), tuple(frame.org_kinds.values()), drafts)


def _data_set(
    description: Description, areas: tuple[AreaKind, ...], orgs: tuple[OrgKind, ...], drafts: Drafts
) -> DataSet:
    return DataSet(
        name=description.name,
        title=description.title,
        source=description.source,
        first_day=description.first_day,
        lines=tuple(description.lines),
        area_kinds=areas,
        org_kinds=orgs,
        categories=own_categories(description),
        areas=rows.area_rows(drafts.areas, areas),
        orgs=rows.org_rows(drafts.orgs, orgs),
        units=rows.unit_rows(drafts.units),
        alliances=rows.alliance_rows(drafts.alliances),
        memberships=rows.membership_rows(drafts.memberships),
        ledgers=rows.ledger_rows(drafts.ledgers),
        figures=rows.figure_rows(drafts.figures),
        least_employees=description.least_employees,
    )


def _drafts(
    folder: Path,
    frame: Frame,
    *,
    today: date,
    statements: frozenset[str],
    faults: list[Fault],
    cautions: list[Fault],
) -> Drafts:
    day = cells.day(today)

    def of(layout: Layout) -> columns.Columns:
        is_there = not layout.may_lack or os.path.lexists(folder / layout.file)
        header = ",".join(layout.columns)
        sheet = read_sheet(layout, file_text(folder, layout.file, faults) if is_there else header, faults)
        return columns.Columns(sheet, faults, day, frame.first_day, cautions)

    return Drafts(
        areas=columns.area_draft(of(AREAS), frame),
        orgs=columns.org_draft(of(ORGS), frame),
        units=columns.unit_draft(of(UNITS), frame),
        alliances=columns.alliance_draft(of(ALLIANCES)),
        memberships=columns.membership_draft(of(MEMBERSHIPS)),
        figures=columns.figure_draft(of(FIGURES), statements),
        ledgers=tuple(columns.ledger_draft(of(layout), kind, frame) for kind, layout in LEDGER_LAYOUTS.items()),
    )
