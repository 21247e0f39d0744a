"""``wuji reconcile``: the published figures beside what the graph counts."""

import json
import sys
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table

from cli.connection import connection
from cli.progress import progress
from graph.errors import DataSetError
from graph.loading import held_data_set
from graph.reconciliation import Line, reckoning, unexplained
from graph.schema import apply_schema
from graph.settings import read_settings


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji reconcile                     a table for people\n"
    "  wuji reconcile --json              the same for programs"
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a list with an object a figure.")
def reconcile(*, as_json: bool) -> None:
    """Set each figure the data set publishes beside what the graph counts.

    The exit code is 1 when one disagrees and the data set has no note that says why.
    """
    settings = read_settings()
    with progress() as report, connection(settings, report=report) as connected:
        apply_schema(connected.engine)
        held = held_data_set(connected.engine)
        if held is None or not held.is_complete:
            raise DataSetError(
                "No data set is loaded to its end, so there is nothing to reckon: run 'wuji seed' first."
            )
        lines = reckoning(connected.engine).value
    if as_json:
        click.echo(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=2))
    else:
        _show(lines)
    sys.exit(1 if unexplained(lines) else 0)


def _show(lines: list[Line]) -> None:
    if not lines:
        click.echo("The data set publishes no figures.")
        return
    table = Table(box=None, pad_edge=False)
    for title, justify in (
        ("figure", "left"),
        ("published", "right"),
        ("counted", "right"),
        ("", "left"),
        ("phrase, note", "left"),
    ):
        table.add_column(title, justify=justify)  # pyright: ignore[reportArgumentType] - one of rich's words
    for line in lines:
        counted = "–" if line.counted is None else f"{line.counted:,}"
        text = line.phrase if line.note is None else f"{line.phrase} — {line.note}"
        table.add_row(line.key, f"{line.published:,}", counted, _verdict(line), text)
    Console(soft_wrap=not sys.stdout.isatty()).print(table, markup=False)
    agreeing = sum(line.agrees is True for line in lines)
    differing = sum(line.agrees is False for line in lines)
    open_ = len(lines) - agreeing - differing
    click.echo(
        f"{agreeing} agree, {differing} differ ({len(unexplained(lines))} without a note), {open_} cannot be counted yet."
    )


def _verdict(line: Line) -> str:
    return {True: "agrees", False: "differs", None: "not yet"}[line.agrees]
