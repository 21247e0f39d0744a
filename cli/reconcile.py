"""``wuji reconcile``: the published figures beside what the graph counts."""

import sys

import click

from cli.arguments import csv_file, json_option, refuse_both
from cli.connection import asking
from cli.help_pages import examples
from cli.spoken import command
from cli.tables import Column, print_json, print_table, write_csv
from graph.engines import Engine
from graph.errors import DataSetError
from graph.loading import held_data_set
from graph.questions.reconciliation import NO_STATEMENT, UNCOUNTED, Line, reckoning, unexplained
from words import Message, said

_COLUMNS = (
    Column(said("figure")),
    Column(said("published"), is_number=True),
    Column(said("counted"), is_number=True),
    Column(said("difference"), is_number=True),
    Column(said("verdict")),
    Column(said("phrase"), folds=True),
    Column(said("note"), folds=True),
)


@command(
    examples=examples(
        ("wuji reconcile", said("a table for people")),
        ("wuji reconcile --csv figures.csv", said("a file for Excel")),
        ("wuji reconcile --json", said("the same for programs")),
    )
)
@json_option(said("Print JSON: a list with an object a figure."))
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
            said("No data set was loaded to its end yet, so there is nothing to reckon: run 'wuji seed' first.")
        )
    return reckoning(engine).value


def _show(lines: list[Line]) -> None:
    if not lines:
        click.echo(said("The data set publishes no figures."))
        return
    print_table(_COLUMNS, [_row(line, ",", uncounted="–") for line in lines])
    agreeing = sum(line.agrees is True for line in lines)
    differing = sum(line.agrees is False for line in lines)
    open_ = len(lines) - agreeing - differing
    click.echo(
        said(
            "{agreeing} agree, {differing} differ ({unexplained} without a note), {open} cannot be counted yet.",
            agreeing=agreeing,
            differing=differing,
            unexplained=len(unexplained(lines)),
            open=open_,
        )
    )


def _row(line: Line, form: str, *, uncounted: str) -> tuple[str, ...]:
    """Return a line's cells, its numbers in ``form``: Excel reads one with commas as text."""
    counted = uncounted if line.counted is None else format(line.counted, form)
    difference = (
        uncounted if line.difference is None else format(line.difference, f"+{form}") if line.difference else ""
    )
    return line.key, format(line.published, form), counted, difference, _verdict(line), line.phrase, str(_note(line))


def _note(line: Line) -> object:
    """Return why a figure may differ: of ours, in the language of the moment; the data set's own is in its own."""
    note = line.note or ""
    if note == UNCOUNTED.template:
        return UNCOUNTED
    before, after = NO_STATEMENT.template.split("{statement}")
    if note.startswith(before) and note.endswith(after):
        return Message(NO_STATEMENT.template, {"statement": note.removeprefix(before).removesuffix(after)})
    return note


def _verdict(line: Line) -> str:
    return str({True: said("agrees"), False: said("differs"), None: said("not yet")}[line.agrees])
