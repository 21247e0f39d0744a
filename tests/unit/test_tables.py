"""Tables, trees and CSV as people and programs get them: nothing cut, and columns below each other."""

import csv
import io
from pathlib import Path
from unicodedata import combining, east_asian_width

import click
import pytest
from rich.text import Text
from rich.tree import Tree

from cli.tables import Column, print_facts, print_table, print_tree, write_csv

COLUMNS = (Column("name", folds=True), Column("id"), Column("kind"))
NAMES = [
    "站前社区",
    "Jilin",
    "古丽·买买提社区",
    "1～3号楼",
    "福🏠里",
    "第（一）网格",
    "[red]小区[/red] :smile:",
    "é社区",
]
LONG_ID = "D22020200600100100001-" + "1" * 30
LONG_NAME = "新华社区第一网格临街一号楼" * 11


def cells(text: str) -> int:
    """How many cells of a terminal a text takes, by the Unicode database."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text if not combining(one))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Make standard output a plain terminal of 80 cells."""
    for name, value in {"TTY_COMPATIBLE": "1", "TERM": "dumb", "COLUMNS": "80", "LINES": "24"}.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.mark.parametrize("on", ["a terminal", "a pipe"])
def test_columns_stand_below_each_other_whatever_the_characters(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest, on: str
) -> None:
    if on == "a terminal":
        request.getfixturevalue("terminal")
    print_table(COLUMNS, [(name, f"#{number}", "网格") for number, name in enumerate(NAMES)])
    head, *lines = capsys.readouterr().out.splitlines()

    assert [line.split("  ")[0] for line in lines] == NAMES
    assert {cells(line[: line.index("#")]) for line in lines} == {cells(head[: head.index("id")])}


def test_a_pipe_gets_whole_values(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, [(LONG_NAME, LONG_ID, "网格"), ("短", "1", "")])
    print_tree(Tree(Text(LONG_NAME)))
    print_facts("小区", [("name", LONG_NAME)])

    assert capsys.readouterr().out.splitlines()[1:] == [
        f"{LONG_NAME}  {LONG_ID}  网格",
        f"短{' ' * (cells(LONG_NAME) - 2)}  1",
        LONG_NAME,
        "小区",
        f"  name  {LONG_NAME}",
    ]


@pytest.mark.usefixtures("terminal")
def test_a_terminal_folds_names_and_keeps_ids_whole(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(COLUMNS, [(LONG_NAME, LONG_ID, "网格")])
    lines = capsys.readouterr().out.splitlines()[1:]

    assert max(map(cells, lines)) <= 80
    assert f"{LONG_ID}  网格" in lines[0]
    assert "".join(line.split()[0] for line in lines) == LONG_NAME


def test_a_terminal_too_narrow_for_an_id_cuts_nothing(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.setenv("COLUMNS", "30")
    print_table(COLUMNS, [(LONG_NAME, LONG_ID, "网格")])
    lines = capsys.readouterr().out.splitlines()[1:]

    assert f"{LONG_ID}  网格" in lines[0]
    assert "".join(line.split()[0] for line in lines) == LONG_NAME


@pytest.mark.parametrize("value", ["220202006001", "0432", "12E3", "=1+1", "+86", "-1", "@you", '="x"'])
def test_what_excel_would_spoil_is_written_as_text_to_it(tmp_path: Path, value: str) -> None:
    write_csv(str(tmp_path / "a.csv"), COLUMNS, [(value, "U1", "x")])
    doubled = value.replace('"', '""')

    assert read(tmp_path / "a.csv") == [["name", "id", "kind"], [f'="{doubled}"', "U1", "x"]]


def test_a_csv_file_is_one_that_excel_opens(tmp_path: Path) -> None:
    write_csv(str(tmp_path / "a.csv"), COLUMNS, [("站前，“一”,二", "D220202006001", "2022-12-31"), ("a", "14", "")])

    assert (tmp_path / "a.csv").read_bytes().startswith("\ufeffname,id,kind\r\n".encode())
    assert read(tmp_path / "a.csv")[1:] == [["站前，“一”,二", "D220202006001", "2022-12-31"], ["a", "14", ""]]


def test_a_csv_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="cannot be written"):
        write_csv(str(tmp_path / "nowhere" / "a.csv"), COLUMNS, [])


def read(file: Path) -> list[list[str]]:
    return [*csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))]
