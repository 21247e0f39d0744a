"""Reading a data set: from a folder of files to what a load takes, checked whole."""

import os
from datetime import date
from pathlib import Path

from graph.loading import Contents
from graph.tables import Tables
from seed_data import cells
from seed_data.checking import check, check_names
from seed_data.columns import Columns, typed_sheet
from seed_data.contents import contents
from seed_data.decoding import file_text
from seed_data.ends import settle_ends
from seed_data.faults import DataSetFault, InvalidDataSetError
from seed_data.figures import read_figures
from seed_data.format import FIGURES, LAYOUTS, Layout
from seed_data.frame import read_frame
from seed_data.sheets import read_sheet
from seed_data.tables import own_categories, own_schemes
from seed_data.typed_sheets import TypedSheets
from words import said


def read_data_set(
    folder: Path, *, today: date, statements: frozenset[str], cautions: list[DataSetFault] | None = None
) -> Contents:
    """Return the data set of a folder, read and checked whole.

    ``statements`` are the names a figure may give as its statement; no date may lie after ``today``. Raises
    ``InvalidDataSetError`` with every fault of every file when there is any. What is no fault, and yet may be none's wish,
    is added to ``cautions``.
    """
    if not folder.is_dir():
        what = said("it is a file") if folder.exists() else said("there is none")
        raise InvalidDataSetError(
            [DataSetFault(str(folder), 0, None, None, said("a folder with a data set in it; {what}", what=what))]
        )
    faults: list[DataSetFault] = []
    noticed: list[DataSetFault] = [] if cautions is None else cautions
    frame = read_frame(folder, today=today, faults=faults, cautions=noticed)
    check_names(folder, faults)
    day = cells.day(today)

    def columns(layout: Layout) -> Columns:
        is_there = not layout.may_lack or os.path.lexists(folder / layout.file)
        header = ",".join(layout.columns)
        sheet = read_sheet(layout, file_text(folder, layout.file, faults) if is_there else header, faults)
        return Columns(sheet, faults, day, frame, noticed)

    sheets = TypedSheets({one.file: typed_sheet(columns(one)) for one in LAYOUTS if one is not FIGURES})
    figures = read_figures(columns(FIGURES), statements)
    past = settle_ends(sheets)
    endings: list[DataSetFault] = []
    check(sheets, frame, faults, endings)
    # What changes the graph comes before characters that may look otherwise elsewhere.
    noticed[:0] = endings
    # A frame lacks a part only when a fault says why.
    if faults or frame.description is None or frame.area_kinds is None or frame.org_kinds is None:
        raise InvalidDataSetError(faults)
    areas, orgs = tuple(frame.area_kinds.values()), tuple(frame.org_kinds.values())
    tables = Tables(areas, orgs, own_categories(frame.description), own_schemes(frame.description))
    return contents(frame.description, tables, sheets, past, figures)
