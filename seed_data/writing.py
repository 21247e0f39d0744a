"""Writes a data set as a folder in the format of docs/dataset.md: UTF-8, LF, no BOM, the same bytes each time."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from graph.errors import DataSetError
from graph.server.home import FULL
from seed_data.format import ALLIANCES, AREAS, FIGURES, LEDGER_LAYOUTS, MEMBERSHIPS, ORGS, UNITS, Layout
from seed_data.origins import DATASET_FILE
from seed_data.synthesis.rows import Cell, Cells, DataSetRows, EntryRow
from words import said


def write_folder(data_set: DataSetRows, folder: Path) -> None:
    """Write a data set into a folder that is made where it is missing.

    Raises ``DataSetError`` where the folder holds anything, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise DataSetError(
                said("{folder} is not empty. Name a folder that does not exist yet, or an empty one.", folder=folder)
            )
        _write(folder / DATASET_FILE, data_set.about)
        for layout, rows in _sheets(data_set):
            _write(folder / layout.file, _sheet(layout, rows, data_set.ledgers))
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> DataSetError:
    if error.errno not in FULL:
        return DataSetError(
            said("{folder} cannot be written: {why}. Name another folder.", folder=folder, why=error.strerror)
        )
    # A half of it would be in the way of the next try, and takes the room that is missing. It was empty before.
    for path in folder.iterdir() if folder.is_dir() else ():
        path.unlink(missing_ok=True)
    return DataSetError(
        said(
            "The disk of {folder} is full. Free some space and run the command again, or name another folder; "
            "that of what is needed for a moment alone is named by TMPDIR.",
            folder=folder,
        )
    )


def _sheets(data_set: DataSetRows) -> list[tuple[Layout, Sequence[object]]]:
    return [
        (AREAS, data_set.areas),
        (ORGS, data_set.orgs),
        (UNITS, data_set.units),
        (ALLIANCES, data_set.alliances),
        (MEMBERSHIPS, data_set.memberships),
        (FIGURES, data_set.figures),
        *((layout, [one for one in data_set.entries if one.kind is kind]) for kind, layout in LEDGER_LAYOUTS.items()),
    ]


def _sheet(layout: Layout, rows: Sequence[object], ledgers: Mapping[str, Cells]) -> str:
    """Return the text of a CSV file; a column that no row of ours fills stands there empty, for others to fill."""
    text = StringIO(newline="")
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(layout.columns)
    for row in rows:
        cells = row.cells if isinstance(row, EntryRow) else ledgers.get(str(getattr(row, "id", "")), {})
        lines.writerow([_written(cells.get(column, getattr(row, column, ""))) for column in layout.columns])
    return text.getvalue()


def _written(cell: Cell) -> str:
    """Return a cell as it stands in a file."""
    match cell:
        case bool():
            return str(cell).lower()
        case str() | int():
            return str(cell)
        case date():
            return cell.isoformat()
        case _:
            return ";".join(cell)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
