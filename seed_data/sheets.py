"""A CSV file as columns of text: where each row begins, and which rows could not be told apart."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from seed_data.cells import LONGEST_NAME, LONGEST_TEXT
from seed_data.closest import closest
from seed_data.faults import DataSetFault, shown
from seed_data.format import PEOPLE_COLUMNS, Layout
from words import Said, enumerated, said

_OTHER_SEPARATORS = {
    ";": said("semicolons"),
    "\t": said("tabs"),
    "，": said("full-width commas"),
    "|": said("vertical bars"),
}
_FULL_WIDTH_COMMA = "，"
_TOO_LONG = said(
    "a name of at most {name} characters, a text of at most {text}; this row has a cell of more than {limit}",
    name=LONGEST_NAME,
    text=LONGEST_TEXT,
    limit=csv.field_size_limit(),
)


@dataclass(slots=True)
class Sheet:
    """The rows of one CSV file, column by column.

    A column the file lacks is all empty when it is optional, and absent from ``columns`` when it is required.
    ``strays`` holds the ids of rows left out of the columns because their cells do not fit the header;
    ``is_whole`` is false when rows may be lost altogether, so that an id nobody has proves nothing.
    """

    layout: Layout
    lines: list[int] = field(default_factory=list[int])
    columns: dict[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    strays: set[str] = field(default_factory=set[str])
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: list[str]


def read_sheet(layout: Layout, text: str | None, faults: list[DataSetFault]) -> Sheet:
    """Return the columns of a CSV file's text; ``None`` stands for a file whose text could not be read."""
    sheet = Sheet(layout)
    if text is None:
        sheet.is_whole = False
        return sheet
    records = _records(sheet, text, faults)
    header = next(records, None)
    if header is None or _is_separated_otherwise(header, layout, faults):
        if header is None:
            faults.append(DataSetFault(layout.file, 1, None, None, _header(layout)))
        sheet.is_whole = False
        return sheet
    positions = _positions(header, layout, faults)
    _fill(sheet, header, positions, records, faults)
    return sheet


def _header(layout: Layout) -> Said:
    return said("the header {columns}", columns=",".join(layout.columns))


def _records(sheet: Sheet, text: str, faults: list[DataSetFault]) -> Iterator[_Record]:
    """Yield the records that hold anything, each with the line of the file it begins on."""
    # newline="" splits at LF, CR LF and a lone CR alike, and leaves line breaks inside quotes as they are.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # A quote left open swallows the lines after it.
            is_one_line = reader.line_num == line and str(error).startswith("field larger")
            faults.append(
                DataSetFault(sheet.layout.file, line, None, None, _TOO_LONG if is_one_line else _broken_quotes(error))
            )
            sheet.is_whole = False
            continue
        if any(cells):
            yield _Record(line, cells)


def _broken_quotes(error: csv.Error) -> Said:
    return said(
        'quotes around a whole cell, closed before the next comma, and "" for a quote inside them; a quoted cell begins '
        "here and does not end so ({error})",
        error=error,
    )


def _is_separated_otherwise(header: _Record, layout: Layout, faults: list[DataSetFault]) -> bool:
    if len(header.cells) > 1:
        return False
    for separator, what in _OTHER_SEPARATORS.items():
        if len(set(header.cells[0].split(separator)) & set(layout.columns)) > 1:
            expected = said("cells separated by commas; they are separated by {what}", what=what)
            faults.append(DataSetFault(layout.file, header.line, None, header.cells[0], expected))
            return True
    return False


def _positions(header: _Record, layout: Layout, faults: list[DataSetFault]) -> dict[str, int]:
    positions: dict[str, int] = {}
    if layout.file in PEOPLE_COLUMNS and not {*header.cells} & {*layout.columns}:
        # A file without a header begins with the name or the code of somebody.
        faults.append(DataSetFault(layout.file, header.line, None, None, _header(layout)))
        return positions
    for position, column in enumerate(header.cells):
        if not column and "" in header.cells[:position]:
            continue
        if column not in layout.columns:
            faults.append(DataSetFault(layout.file, header.line, None, column, _known_column(column, layout)))
        elif column in positions:
            expected = said(
                "each column once; column {position} of the header is {column} as well",
                position=positions[column] + 1,
                column=column,
            )
            faults.append(DataSetFault(layout.file, header.line, column, None, expected))
        else:
            positions[column] = position
    missing = [c for c in layout.columns if c not in positions and c not in layout.optional]
    faults.extend(
        DataSetFault(layout.file, header.line, c, None, said("the column; the header lacks it")) for c in missing
    )
    return positions


def _known_column(column: str, layout: Layout) -> Said:
    if not column:
        return said("a name for each column of the header; delete the columns that have none")
    known = said("only the columns {columns}", columns=enumerated(layout.columns))
    return closest(column, layout.columns, expected=known)


def _fill(
    sheet: Sheet, header: _Record, positions: dict[str, int], records: Iterator[_Record], faults: list[DataSetFault]
) -> None:
    width, identity = len(header.cells), positions.get("id")
    rows: list[list[str]] = []
    misfits: list[_Record] = []
    for record in records:
        if len(record.cells) == width:
            rows.append(record.cells)
            sheet.lines.append(record.line)
            continue
        misfits.append(record)
        cells = _cut_anew(record.cells) if _has_full_width_commas(record.cells, width) else record.cells
        if identity is not None and identity < len(cells):
            sheet.strays.add(cells[identity])
    is_header_wrong = not rows and _is_header_wrong([record.cells for record in misfits], width)
    if is_header_wrong:
        expected = said(
            "a name for each cell of the rows; the header has {width}, every row has {cells}",
            width=width,
            cells=len(misfits[0].cells),
        )
        faults.append(DataSetFault(sheet.layout.file, header.line, None, None, expected))
    else:
        faults.extend(
            DataSetFault(sheet.layout.file, m.line, None, None, _cell_count(m.cells, width, sheet.layout))
            for m in misfits
        )
    sheet.is_whole = sheet.is_whole and identity is not None and not is_header_wrong
    sheet.columns = _columns(sheet.layout, positions, rows)


def _is_header_wrong(misfits: list[list[str]], width: int) -> bool:
    """Return whether all rows, none of them of the header's width, are of one width of their own."""
    return (
        len(misfits) > 1
        and len({len(cells) for cells in misfits}) == 1
        and not any(_has_full_width_commas(cells, width) for cells in misfits)
    )


def _columns(layout: Layout, positions: dict[str, int], rows: list[list[str]]) -> dict[str, Sequence[str]]:
    columns: dict[str, Sequence[str]] = {}
    turned = list(zip(*rows, strict=True))
    for column in layout.columns:
        if column in positions:
            columns[column] = turned[positions[column]] if rows else ()
        elif column in layout.optional:
            columns[column] = [""] * len(rows)
    return columns


def _cell_count(cells: list[str], width: int, layout: Layout) -> Said:
    # The last cell of a row that broke off may be a person's name or code.
    hint = None if layout.file in PEOPLE_COLUMNS else said("the last is {cell}", cell=shown(cells[-1]))
    if len(cells) > width:
        hint = said("a cell that holds a comma must stand in quotes")
    elif _has_full_width_commas(cells, width):
        hint = said("it has full-width commas, '{comma}'; CSV wants ','", comma=_FULL_WIDTH_COMMA)
    count = said("{width} cells, as the header has; this row has {total}", width=width, total=len(cells))
    return count if hint is None else said("{count} ({hint})", count=count, hint=hint)


def _has_full_width_commas(cells: list[str], width: int) -> bool:
    """Return whether a row is short of cells because its commas are those of Chinese text."""
    return len(cells) < width and (len(cells) == 1 or len(_cut_anew(cells)) >= width) and _cut_anew(cells) != cells


def _cut_anew(cells: list[str]) -> list[str]:
    return [part for cell in cells for part in cell.split(_FULL_WIDTH_COMMA)]
