"""A folder or file that cannot be read at all says why, and how to put it right."""

import os
from pathlib import Path

import pytest
from dataset_folder import AREAS, DATASET, FILES, MEMBERSHIPS, ORGS, UNITS, damage, faults, read, write

from graph.errors import DataSetError
from seed_data.faults import DataSetFault, InvalidDataSetError
from seed_data.format import UNITS as UNITS_LAYOUT
from seed_data.origins import DATASET_FILE
from words import said

SAVE_AS = "in Excel or WPS choose Save As and the type “CSV UTF-8 (comma delimited)”"
UNITS_COLUMNS = ", ".join(UNITS_LAYOUT.columns)
QUOTES = (
    'expected quotes around a whole cell, closed before the next comma, and "" for a quote inside them; '
    "a quoted cell begins here and does not end so"
)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert faults(folder) == [f"{folder}: expected a folder with a data set in it; there is none."]


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    file = write(tmp_path) / "areas.csv"
    assert faults(file) == [f"{file}: expected a folder with a data set in it; it is a file."]


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_the_only_fault(tmp_path: Path, file: str) -> None:
    (write(tmp_path) / file).unlink()
    hint = "" if file == DATASET_FILE else " (a CSV file with nothing to say still holds its header)"
    assert faults(tmp_path) == [f"{file}: expected the file; it is not in the folder{hint}."]


def test_a_workbook_does_not_stand_in_for_the_description(tmp_path: Path) -> None:
    (write(tmp_path) / DATASET_FILE).rename(tmp_path / "dataset.xlsx")
    assert faults(tmp_path) == ["dataset.toml: expected the file; it is not in the folder."]


def test_a_workbook_beside_a_missing_file(tmp_path: Path) -> None:
    (write(tmp_path) / "areas.csv").rename(tmp_path / "areas.xlsx")
    assert faults(tmp_path) == [f"areas.csv: expected the file; there is areas.xlsx instead: {SAVE_AS}."]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (write(tmp_path) / "units.csv").unlink()
    (tmp_path / "units.csv").mkdir()
    assert faults(tmp_path) == ["units.csv: expected a file; this is a folder."]


def test_a_pipe_in_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    (write(tmp_path) / "units.csv").unlink()
    os.mkfifo(tmp_path / "units.csv")
    assert faults(tmp_path) == ["units.csv: expected a file; this is a pipe, a device or the like."]


def test_a_device_in_place_of_a_file_is_not_read(tmp_path: Path) -> None:
    (write(tmp_path) / "units.csv").unlink()
    (tmp_path / "units.csv").symlink_to("/dev/zero")
    assert faults(tmp_path) == ["units.csv: expected a file; this is a pipe, a device or the like."]


def test_a_link_to_a_file_is_read_as_the_file(tmp_path: Path) -> None:
    (write(tmp_path) / "units.csv").rename(tmp_path / "elsewhere.csv")
    (tmp_path / "units.csv").symlink_to("elsewhere.csv")
    assert read(tmp_path).name == "city"


@pytest.mark.parametrize(
    ("error", "words"), [(PermissionError(13, "Permission denied"), "Permission denied"), (OSError("odd"), "odd")]
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    units, read_bytes = write(tmp_path) / "units.csv", Path.read_bytes

    def fail_for_units(path: Path) -> bytes:
        if path == units:
            raise error
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", fail_for_units)
    assert faults(tmp_path) == [f"units.csv: expected a file that can be read; the system says: {words}."]


def test_a_workbook_under_the_name_of_a_csv_file(tmp_path: Path) -> None:
    (write(tmp_path) / "areas.csv").write_bytes(b"PK\x03\x04\x14\x00\x06\x00")
    assert faults(tmp_path) == [f"areas.csv: expected a text file; this is an Excel workbook: {SAVE_AS}."]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_a_gbk_file_is_called_so(tmp_path: Path, encoding: str) -> None:
    (write(tmp_path) / "areas.csv").write_bytes(AREAS.encode(encoding))
    assert faults(tmp_path) == [f"areas.csv line 2: expected UTF-8; the file looks like GBK (GB18030): {SAVE_AS}."]


def test_a_gbk_description_is_called_so(tmp_path: Path) -> None:
    (write(tmp_path) / "dataset.toml").write_bytes(DATASET.encode("gbk"))
    assert faults(tmp_path) == [
        "dataset.toml line 2: expected UTF-8; the file looks like GBK (GB18030): save it from a text editor in the encoding UTF-8."
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_excels_unicode_text_is_called_utf_16(tmp_path: Path, encoding: str) -> None:
    (write(tmp_path) / "units.csv").write_bytes(UNITS.encode(encoding))
    (fault, *others) = faults(tmp_path)
    assert fault == f"units.csv: expected UTF-8; the file is UTF-16, which Excel calls “Unicode Text”: {SAVE_AS}."
    assert others == []


@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r"])
def test_one_bad_byte_in_a_utf_8_file_is_named_with_its_line(tmp_path: Path, line_break: bytes) -> None:
    data = UNITS.encode().replace("物业".encode(), b"\xce\xef").replace(b"\n", line_break)
    (write(tmp_path) / "units.csv").write_bytes(data)
    assert faults(tmp_path) == [f"units.csv line 4: expected UTF-8; byte 0xCE on this line is not: {SAVE_AS}."]


@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r"])
def test_one_gbk_line_in_a_utf_8_file_is_named(tmp_path: Path, line_break: bytes) -> None:
    # The GBK of 婊ㄦ睙 is the UTF-8 of 滨江.
    *above, last = UNITS.replace("物业", "物业服务公司婊ㄦ睙").splitlines()
    (write(tmp_path) / "units.csv").write_bytes(line_break.join([*map(str.encode, above), last.encode("gbk")]))
    assert faults(tmp_path) == [
        f"units.csv line 4: expected UTF-8; the file mixes encodings: this line looks like GBK (GB18030): {SAVE_AS}."
    ]


def test_bytes_of_no_encoding_at_all(tmp_path: Path) -> None:
    (write(tmp_path) / "units.csv").write_bytes(b"\xff\x81\x20" * 10)
    assert faults(tmp_path) == [f"units.csv line 1: expected UTF-8; byte 0xFF on this line is not: {SAVE_AS}."]


@pytest.mark.parametrize(
    ("separator", "called"), [(";", "semicolons"), ("\t", "tabs"), ("，", "full-width commas"), ("|", "vertical bars")]
)
def test_another_separator_is_named(tmp_path: Path, separator: str, called: str) -> None:
    (fault,) = faults(write(tmp_path, memberships=MEMBERSHIPS.replace(",", separator)))
    assert fault.endswith(f"— expected cells separated by commas; they are separated by {called}.")


def test_an_empty_file_lacks_its_header(tmp_path: Path) -> None:
    assert faults(write(tmp_path, memberships="\n\n")) == [
        "memberships.csv line 1: expected the header unit_id,alliance_id,role,source,valid_from,valid_to."
    ]


def test_a_file_without_its_header_names_what_it_lacks(tmp_path: Path) -> None:
    _, *rows = MEMBERSHIPS.splitlines()
    shown = faults(write(tmp_path, memberships="\n".join(rows)))
    assert [fault for fault in shown if fault.endswith("the header lacks it.")] == [
        f"memberships.csv line 1, column {column}: expected the column; the header lacks it."
        for column in ("alliance_id", "role", "source", "unit_id")
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("id,name,category,lines,source", [f"'lines' — expected only the columns {UNITS_COLUMNS}; perhaps line is meant"]),
        ("id,name,category,Source,source", [f"'Source' — expected only the columns {UNITS_COLUMNS}; perhaps source is meant"]),
        ("id,name,category,备注,source", [f"'备注' — expected only the columns {UNITS_COLUMNS}"]),
        ("id,name,category,,source", ["empty — expected a name for each column of the header; delete the columns that have none"]),
        ("id,name,category,name,source", ["expected each column once; column 2 of the header is name as well"]),
    ],
)  # fmt: skip
def test_a_header_with_a_column_it_may_not_have(tmp_path: Path, header: str, expected: list[str]) -> None:
    rows = "\n".join(f"{identity},单位,enterprise,,synthetic" for identity in ("U0001", "U0002", "U0003"))
    shown = faults(write(tmp_path, units=f"{header}\n{rows}\n"))
    assert [fault.partition(": ")[2] for fault in shown] == [f"{fault}." for fault in expected]


def test_a_file_that_is_no_table_at_all(tmp_path: Path) -> None:
    words = "不是表格" * 30
    first, *others = faults(write(tmp_path, units=f"{words}\n"))
    assert first == f"units.csv line 1: '{words[:59]}…' — expected only the columns {UNITS_COLUMNS}."
    assert {fault.partition(": ")[2] for fault in others} == {"expected the column; the header lacks it."}


def test_a_column_nobody_knows_does_not_hide_the_faults_of_the_others(tmp_path: Path) -> None:
    lines = [f"{line},x" for line in UNITS.replace("enterprise", "shop").splitlines()]
    assert [fault.partition(" — ")[0] for fault in faults(write(tmp_path, units="\n".join(lines)))] == [
        "units.csv line 1: 'x'",
        "units.csv line 3, column category: 'shop'",
    ]


def test_a_missing_column_is_one_fault_and_no_fault_of_each_row(tmp_path: Path) -> None:
    rows = (line.split(",") for line in ORGS.splitlines())
    without_kind = "\n".join(",".join([row[0], *row[2:]]) for row in rows)
    assert faults(write(tmp_path, orgs=without_kind)) == [
        "orgs.csv line 1, column kind: expected the column; the header lacks it."
    ]


def test_a_header_that_is_too_short_for_every_row_is_one_fault(tmp_path: Path) -> None:
    assert faults(damage(tmp_path, "units.csv", "id,name,category,line,", "id,name,category,")) == [
        "units.csv line 1: expected a name for each cell of the rows; the header has 6, every row has 7."
    ]


def test_rows_with_too_few_and_too_many_cells_are_named_and_their_ids_known(tmp_path: Path) -> None:
    orgs = ORGS.replace("兴华街道党工委,", "兴华街道,党工委,").replace("滨江社区党委,", "滨江社区党委")
    assert faults(write(tmp_path, orgs=orgs)) == [
        "orgs.csv line 4: expected 9 cells, as the header has; this row has 10 (a cell that holds a comma must stand in quotes).",
        "orgs.csv line 5: expected 9 cells, as the header has; this row has 8 (the last is '').",
    ]  # fmt: skip


def test_a_quote_that_is_never_closed(tmp_path: Path) -> None:
    assert faults(damage(tmp_path, "areas.csv", "昌邑区", '"昌邑区')) == [
        f"areas.csv line 3: {QUOTES} (unexpected end of data)."
    ]


def test_a_quote_that_is_never_closed_in_a_file_longer_than_a_cell_may_be(tmp_path: Path) -> None:
    rows = "".join(f"U9{number:05},单位,enterprise,,synthetic,,\n" for number in range(5000))
    (fault, *_) = faults(write(tmp_path, units=UNITS.replace("滨江超市", '"滨江超市') + rows))
    assert fault == f"units.csv line 3: {QUOTES} (field larger than field limit (131072))."


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_huge_cell_on_one_line_is_no_quote_left_open(tmp_path: Path, quote: str) -> None:
    units = UNITS.replace("滨江超市", f"{quote}{'超' * 140_000}{quote}").replace("property_company", "landlord")
    first, second = faults(write(tmp_path, units=units))
    assert first == (
        "units.csv line 3: expected a name of at most 200 characters, a text of at most 2000; "
        "this row has a cell of more than 131072."
    )
    assert second.startswith("units.csv line 4, column category: ")


def test_a_row_with_full_width_commas_is_told_so_and_its_id_is_known(tmp_path: Path) -> None:
    areas = AREAS.replace(
        "220202000000,County,昌邑区,220200000000,220202000000,district,register,,",
        "220202000000，County，昌邑区，220200000000，220202000000，district，register，，",
    ).replace("220202001000,Town,兴华街道,", "220202001000,Town，兴华街道,")
    assert [fault.partition(" (")[::2] for fault in faults(write(tmp_path, areas=areas))] == [
        (
            f"areas.csv line {line}: expected 9 cells, as the header has; this row has {cells}",
            "it has full-width commas, '，'; CSV wants ',').",
        )
        for line, cells in ((3, 1), (4, 8))
    ]


def test_rows_that_all_have_full_width_commas_are_no_fault_of_the_header(tmp_path: Path) -> None:
    header, *rows = MEMBERSHIPS.splitlines()
    shown = faults(write(tmp_path, memberships="\n".join([header, *(row.replace(",", "，") for row in rows)])))
    assert [fault.partition(" (")[2] for fault in shown] == ["it has full-width commas, '，'; CSV wants ',')."] * 3


def test_text_after_a_closing_quote_is_a_fault_of_its_row_alone(tmp_path: Path) -> None:
    units = UNITS.replace("滨江超市", '"滨江"超市').replace("property_company", "landlord")
    assert [fault.partition(": ")[0] for fault in faults(write(tmp_path, units=units))] == [
        "units.csv line 3",
        "units.csv line 4, column category",
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_line_is_that_of_the_file_when_cells_above_span_lines(tmp_path: Path, line_break: str) -> None:
    text = FILES["figures.csv"].replace("streets of the whole city", '"streets\nof the\nwhole city"')
    figures = text.replace("41.45,%", "x,%").replace("\n", line_break)
    (fault,) = faults(write(tmp_path, figures=f"{line_break}{figures}"))
    assert fault.startswith("figures.csv line 6, column value: 'x' — ")


def test_every_fault_is_listed_by_file_and_line_under_their_count(tmp_path: Path) -> None:
    rows = "".join(f"X{number},Town,镇,220202000000,,city,here,,\n" for number in range(2000))
    folder = write(tmp_path, areas=AREAS + rows, units=UNITS.replace("enterprise", "shop"))
    with pytest.raises(InvalidDataSetError) as raised:
        read(folder)
    error = raised.value
    assert isinstance(error, DataSetError)
    assert len(error.faults) == 4001
    head, *listed = str(error).split("\n")
    assert head == "The data set has 4001 faults; nothing is loaded."
    assert listed == [str(fault) for fault in error.faults]
    assert [(fault.file, fault.line) for fault in error.faults[:3]] == [("areas.csv", 12), ("areas.csv", 12), ("areas.csv", 13)]  # fmt: skip
    assert error.faults[-1].file == "units.csv"


def test_faults_of_all_files_are_listed_together(tmp_path: Path) -> None:
    (write(tmp_path, dataset="name =", areas=AREAS.replace("register", "books")) / "units.csv").unlink()
    (tmp_path / "orgs.csv").write_bytes(ORGS.encode("gbk"))
    with pytest.raises(InvalidDataSetError) as raised:
        read(tmp_path)
    places = [(fault.file, fault.line) for fault in raised.value.faults]
    assert places == [
        ("dataset.toml", 1),
        *(("areas.csv", line) for line in (2, 3, 4, 5, 6, 11)),
        ("orgs.csv", 2),
        ("units.csv", 0),
    ]


def test_a_fault_is_shown_on_one_line_and_cut_when_long() -> None:
    fault = DataSetFault(
        "areas.csv", 12, "parent_id", "2202\n\u200b" + "9" * 100, said("the id of a standing County; no row has it")
    )
    assert str(fault) == (
        f"areas.csv line 12, column parent_id: '2202\\n\\u200b{'9' * 53}…' — "
        "expected the id of a standing County; no row has it."
    )
