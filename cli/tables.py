"""What commands print for people and for programs: tables, trees, records, JSON, and CSV for Excel.

On a terminal long names fold to its width. Elsewhere, and for what may not fold, values are whole whatever the width:
programs, files and pagers take lines of any length. Widths are those of terminal cells: a Chinese character has two.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from pydantic_core import to_json
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from cli.spoken import CommandError
from graph.server.home import FULL
from words import Said, said

_NARROWEST = 12
"""Cells a column that folds has at least."""
_GAP = 2
_UNBOUNDED = 100_000
# What Excel would turn into a number that has lost digits, or run as a formula.
_SPOILT_BY_EXCEL = re.compile(r"0\d+|\d{12,}|\d+[Ee]\d+|[=+\-@].*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``folds`` when its values may be broken where the terminal is too narrow."""

    title: object
    folds: bool = False
    is_number: bool = False


Facts = Iterator[tuple[Said | str, object]]
"""What is true of one thing: what each fact is about, and what it says."""


def print_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Print rows below their titles."""
    _print(*_table(columns, rows, has_titles=True))


def print_facts(name: str, facts: Iterable[tuple[Said | str, object]]) -> None:
    """Print what is true of one thing below its name: what each is about, and what it says, which may have several lines."""
    rows = [(f"  {about}", str(fact)) for about, fact in facts]
    click.echo(name)
    _print(*_table([Column("about"), Column("fact", folds=True)], rows, has_titles=False))


def print_lines(facts: Iterable[tuple[Said, object]], *, indent: str = "", column: int = 12) -> None:
    """Print a line for each fact: what it is about, and what it is."""
    for about, fact in facts:
        title = str(about)
        click.echo(f"{indent}{title}{' ' * max(column - cell_len(title), 1)}{fact}")


def print_tree(tree: Tree) -> None:
    """Print a tree."""
    _print(tree, 0)


def print_json(answer: object) -> None:
    """Print an answer of models, dataclasses and what JSON has; a model as the API would answer it."""
    # As bytes: JSON is UTF-8 whatever the terminal takes.
    click.echo(to_json(answer, indent=2, by_alias=False))


def write_csv(path: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Write a file that a double click opens in Excel or WPS as it is; ``-`` is standard output.

    It begins with a byte order mark, without which they take it for GBK. What they would spoil, such as an id of many
    digits, is written as a formula that says the same text. Raise ClickException when it cannot be written.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([str(column.title) for column in columns])
    writer.writerows([_kept_from_excel(value) for value in row] for row in rows)
    content = text.getvalue().encode("utf-8-sig")
    if path == "-":
        click.echo(content, nl=False)
        return
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        if error.errno in FULL:
            raise CommandError(
                said(
                    "The disk of {path} is full. Free some space and run the command again, or name a file on another disk.",
                    path=path,
                )
            ) from error
        raise CommandError(
            said(
                "{path} cannot be written ({why}). Close it where it is open, or name another file.",
                path=path,
                why=error.strerror,
            )
        ) from error


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, has_titles: bool) -> tuple[Table, int]:
    """Return a table, and how many cells it needs at least."""
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_header=has_titles, header_style="bold")
    needed = _GAP * (len(columns) - 1)
    for number, column in enumerate(columns):
        justify = "right" if column.is_number else "left"
        table.add_column(str(column.title), justify=justify, no_wrap=not column.folds, overflow="fold")
        widest = max((cell_len(line) for row in rows for line in row[number].splitlines()), default=0)
        natural = max(widest, cell_len(str(column.title)) if has_titles else 0)
        needed += min(natural, _NARROWEST) if column.folds else natural
    for row in rows:
        table.add_row(*map(Text, row))
    return table, needed


def _print(shown: RenderableType, needed: int) -> None:
    found = Console()
    width = max(found.width, needed) if found.is_terminal else _UNBOUNDED
    console = Console(width=width, height=found.height, markup=False, emoji=False, highlight=False)
    if found.is_terminal:
        console.print(shown, crop=False)
        return
    with console.capture() as captured:
        console.print(shown)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def _kept_from_excel(value: str) -> str:
    if not _SPOILT_BY_EXCEL.fullmatch(value):
        return value
    doubled = value.replace('"', '""')
    return f'="{doubled}"'
