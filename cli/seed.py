"""``wuji seed``: loads a data set."""

from contextlib import suppress
from datetime import date

import click

from cli.actor import actor
from cli.connection import connection
from cli.help_pages import examples
from cli.interrupts import heed_interrupts
from cli.progress import progress
from cli.spoken import command, option
from cli.telling import telling
from graph.captions import keep_captions
from graph.engines import Engine
from graph.errors import LostError
from graph.loading import Contents, Summary, load
from graph.progress import Report
from graph.schema import apply_schema, lost_definitions
from graph.search import keep_terms
from graph.settings import read_settings
from graph.soundness import check, keep_counts
from seed_data.opening import open_data_set
from words import enumerated, said

DEFAULT_DATA_SET = "jilin"

_CONFLICTS_SHOWN = 20


@command(
    examples=examples(
        ("wuji seed", said("loads the built-in data set jilin")),
        ("wuji seed --dataset mini", said("loads one street of it, in a moment")),
        ("wuji seed --dataset ./my-city", said("loads a folder in the format of docs/dataset.md")),
        (
            "wuji seed --dataset ./my-city --overwrite",
            said("and takes back what was changed in the graph by other means"),
        ),
    )
)
@option(
    "--dataset",
    default=DEFAULT_DATA_SET,
    show_default=True,
    placeholder=said("NAME|FOLDER"),
    help=said("What to load."),
)
@option(
    "--overwrite",
    is_flag=True,
    help=said("Bring back to the rows what was changed in the graph by other means."),
)
def seed(dataset: str, *, overwrite: bool) -> None:
    """Load a data set into the graph, or bring the graph to what it says now.

    It is checked whole first: when a row is wrong, every fault is listed and nothing is loaded. Loading it again
    changes nothing; a load that was broken off goes on where it stopped. A row gone from the data set is closed in
    the graph, not deleted. What was changed in the graph by other means since the load is listed and left.
    """
    settings = read_settings()
    heed_interrupts()
    with progress() as report:
        # Read first: a fault in a row is said before a Neo4j is started for it.
        contents = telling(said("Reading and checking the data set"), lambda: open_checked(dataset), report=report)
        with connection(settings, report=report) as connected:
            with suppress(LostError):
                # What was taken out of it, the load puts back; of a damaged store nothing is to be expected.
                telling(said("Checking the graph"), lambda: check(connected.engine), report=report)
            bring_along(connected.engine, report)
            summary = load_contents(connected.engine, contents, overwrite=overwrite, report=report)
    show(summary, overwritten=overwrite)


def open_checked(dataset: str) -> Contents:
    """Return what a data set states, and print to standard error what is no fault in it but worth a look."""
    cautions: list[object] = []
    try:
        return open_data_set(dataset, today=date.today(), cautions=cautions)
    finally:
        for caution in cautions:
            click.echo(said("Warning: {error}", error=caution), err=True)


def bring_along(engine: Engine, report: Report) -> None:
    """Bring a store, of an earlier release or empty, to what this release needs; raise EngineError."""
    lost = lost_definitions(engine)
    telling(said("Bringing the store to the schema"), lambda: apply_schema(engine), report=report)
    if lost:
        click.echo(
            said(
                "Warning: the graph had lost constraints and indexes, which were made anew: {names}.",
                names=enumerated(lost),
            ),
            err=True,
        )
    # What an earlier release loaded is found by little else.
    keep_terms(engine, actor=actor(), report=report)
    keep_captions(engine, actor=actor(), report=report)
    keep_counts(engine)


def load_contents(engine: Engine, contents: Contents, *, overwrite: bool, report: Report) -> Summary:
    """Load what a data set states as of today, in the name of this account; raise LoadRefusedError or EngineError."""
    return load(engine, contents, actor=actor(), today=date.today(), overwrite=overwrite, report=report)


def show(summary: Summary, *, overwritten: bool = False) -> None:
    """Print what a load did, and the first of its conflicts."""
    click.echo(
        said(
            "{added:,} added, {changed:,} changed, {closed:,} closed, {unchanged:,} unchanged, {conflicts:,} conflicts.",
            added=summary.added,
            changed=summary.changed,
            closed=summary.closed,
            unchanged=summary.unchanged,
            conflicts=len(summary.conflicts),
        )
    )
    for conflict in summary.conflicts[:_CONFLICTS_SHOWN]:
        click.echo(said("  {id}: {why}", id=conflict.id, why=conflict.why))
    hidden = len(summary.conflicts) - _CONFLICTS_SHOWN
    if hidden > 0:
        click.echo(said("  and {more:,} more", more=hidden))
    if summary.conflicts and overwritten:
        click.echo(
            said("They were left as they are: close or move in Neo4j Browser what stands on them, then load again.")
        )
    elif summary.conflicts:
        click.echo(said("They were left as they are. To bring them back to the data set, load it with --overwrite."))
