"""``wuji reconcile``: the published figures beside what the graph counts."""

import sys

import click

from cli.arguments import csv_file, json_option, refuse_both
from cli.connection import asking
from cli.tables import Column, print_json, print_table, write_csv
from graph.engines import Engine
from graph.errors import DataSetError
from graph.loading import held_data_set
from graph.questions.reconciliation import Line, reckoning, unexplained

_COLUMNS = (
    Column("figure"),
    Column("published", is_number=True),
    Column("counted", is_number=True),
    Column("difference", is_number=True),
    Column("verdict"),
    Column("phrase", folds=True),
    Column("note", folds=True),
)


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji reconcile                     a table for people\n"
    "  wuji reconcile --csv figures.csv   a file for Excel\n"
    "  wuji reconcile --json              the same for programs"
)
@json_option("Print JSON: a list with an object a figure.")
@csv_file
def reconcile(*, as_json: bool, csv_file: str | None) -> None:
    """Set each figure the data set publishes beside what the graph counts.

    The exit code is 1 when one disagrees and the data set has no note that says why.
    """
    refuse_both(csv_file, as_json=as_json)
    with asking(whole=True) as engine:
        lines = _reckoning(engine)
    if as_json:
        print_json(lines)
    elif csv_file is not None:
        write_csv(csv_file, _COLUMNS, (_row(line, "", uncounted="") for line in lines))
    else:
        _show(lines)
    sys.exit(1 if unexplained(lines) else 0)


def _reckoning(engine: Engine) -> list[Line]:
    held = held_data_set(engine)
    if held is None or not held.is_answerable:
        raise DataSetError(
            "No data set was loaded to its end yet, so there is nothing to reckon: run 'wuji seed' first."
        )
    return reckoning(engine).value


def _show(lines: list[Line]) -> None:
    if not lines:
        click.echo("The data set publishes no figures.")
        return
    print_table(_COLUMNS, [_row(line, ",", uncounted="–") for line in lines])
    agreeing = sum(line.agrees is True for line in lines)
    differing = sum(line.agrees is False for line in lines)
    open_ = len(lines) - agreeing - differing
    click.echo(
        f"{agreeing} agree, {differing} differ ({len(unexplained(lines))} without a note), {open_} cannot be counted yet."
    )


def _row(line: Line, form: str, *, uncounted: str) -> tuple[str, ...]:
    """Return a line's cells, its numbers in ``form``: Excel reads one with commas as text."""
    counted = uncounted if line.counted is None else format(line.counted, form)
    difference = (
        uncounted if line.difference is None else format(line.difference, f"+{form}") if line.difference else ""
    )
    return line.key, format(line.published, form), counted, difference, _verdict(line), line.phrase, line.note or ""


def _verdict(line: Line) -> str:
    return {True: "agrees", False: "differs", None: "not yet"}[line.agrees]
