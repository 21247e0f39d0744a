"""``wuji up`` and ``wuji down``: all of it at once, and the end of it."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING

import click

from api.serving import listening_socket
from cli.actor import actor
from cli.answering import answering
from cli.connection import GraphConnection, connection, damage_of, warn
from cli.help_pages import examples
from cli.interrupts import heed_interrupts, remaining
from cli.output import shown_password
from cli.progress import progress
from cli.record import end_recorded, on_record
from cli.seed import DEFAULT_DATA_SET, bring_along, show
from cli.serve import api_url, say_who_may_ask, until_interrupted
from cli.spoken import command, option
from cli.tables import print_lines
from cli.telling import telling
from graph.errors import DataSetError, LostError
from graph.loading import HeldDataSet, Summary, held_data_set, keep_tables
from graph.progress import Report
from graph.server import running, stop
from graph.server.home import home_of
from graph.settings import Settings, read_settings
from seed_data.builtin import names
from seed_data.opening import built_in_tables
from words import said

if TYPE_CHECKING:
    from cli.loading import LoadingProcess


@command(
    examples=examples(
        ("wuji up", said("Neo4j, the data set jilin, the API at http://127.0.0.1:8000")),
        ("wuji up --dataset mini", said("with one street alone")),
        (
            "WUJI_HOME=./second WUJI_PORT=9000 WUJI_BOLT_PORT=9687 WUJI_HTTP_PORT=9474 wuji up",
            said("a second one beside the first"),
        ),
    )
)
@option(
    "--dataset",
    placeholder=said("NAME|FOLDER"),
    help=said(
        "What to load; without it, {name} into an empty graph, and what is loaded stays as it is.",
        name=DEFAULT_DATA_SET,
    ),
)
def up(dataset: str | None) -> None:
    """Do it all: provide and start Neo4j, load the data set if the graph is empty, serve, until Ctrl-C.

    The first time fetches Neo4j; from then on nothing is needed from outside. A load that was broken off goes on.
    Ctrl-C stops what this command started.
    """
    settings = read_settings()
    # A request to stop is an end like Ctrl-C, in which what was started is stopped.
    heed_interrupts()
    with ExitStack() as stack:
        listener = stack.enter_context(listening_socket(host=settings.host, port=settings.port))
        say_who_may_ask(settings, listener)
        stack.enter_context(on_record(settings, command="up", address=f"{api_url(settings)}/docs"))
        api = stack.enter_context(answering(settings, listener))
        with progress() as report:
            begun = stack.enter_context(_begun_early(settings, dataset))
            connected = stack.enter_context(_started(settings, report))
            summary = None
            damage = damage_of(connected, report)
            if damage is None or (dataset is not None and isinstance(damage, LostError)):
                summary, damage = _fill(settings, connected, dataset, begun, report), None
            else:
                warn(damage)
        if summary is not None:
            show(summary)
        with until_interrupted() as told:
            _announce(settings, connected)
            api.answer_from(connected, damage=damage, told=told)
    click.echo(remaining(), err=True)


@command(examples=examples("wuji down"))
def down() -> None:
    """Stop what 'wuji up' left running in this home: the API, and the managed Neo4j; also an API that 'wuji serve' left."""
    settings = read_settings()
    with progress() as report:
        ended = telling(said("Stopping what serves"), lambda: end_recorded(settings), report=report)
        stopped = telling(said("Stopping Neo4j"), lambda: stop(settings), report=report)
    click.echo(said("Stopped.") if ended or stopped else said("Nothing of this home was running."))


@contextmanager
def _started(settings: Settings, report: Report) -> Generator[GraphConnection]:
    """Give a connection; at the end stop the Neo4j that was started for it."""
    was_running = settings.neo4j_uri is not None or running(settings) is not None
    try:
        with connection(settings, report=report, waits=True) as connected:
            yield connected
    finally:
        if not was_running:
            # An error is printed after this: a Neo4j without room on its disk takes a minute to end.
            with progress() as telling_of_the_end:
                telling(said("Stopping Neo4j"), lambda: stop(settings), report=telling_of_the_end, quiet_seconds=2.0)


@contextmanager
def _begun_early(settings: Settings, dataset: str | None) -> Generator["LoadingProcess | None"]:
    """Begin to read the data set that will be loaded, where that is known before Neo4j runs: both take their time."""
    is_new = settings.neo4j_uri is None and not home_of(settings).graph.exists()
    if dataset is None and not is_new:
        yield None
        return
    with _process(dataset or DEFAULT_DATA_SET) as begun:
        yield begun


@contextmanager
def _process(dataset: str) -> Generator["LoadingProcess"]:
    # Here, and not above: what was loaded once is served without any of it.
    from cli.loading import LoadingProcess

    begun = LoadingProcess(dataset)
    try:
        yield begun
    finally:
        begun.end()


def _fill(
    settings: Settings, connected: GraphConnection, dataset: str | None, begun: "LoadingProcess | None", report: Report
) -> Summary | None:
    """Bring the store to the schema, and load what is asked for; unasked, what an empty or half-loaded graph lacks."""
    bring_along(connected.engine, report)
    held = held_data_set(connected.engine)
    if dataset is None and held is not None and held.is_complete:
        if held.tables is None and held.name in names():
            keep_tables(connected.engine, built_in_tables(held.name), actor=actor())
        return None
    wanted = dataset or _broken_off(held) or DEFAULT_DATA_SET
    with nullcontext(begun) if begun is not None else _process(wanted) as process:
        return process.load(connected.address, settings.engine, report)


def _broken_off(held: HeldDataSet | None) -> str | None:
    """Return the built-in data set whose load was broken off; raise DataSetError for a folder's, which must be named."""
    if held is not None and held.name not in names():
        raise DataSetError(
            said(
                "The load of the data set {name!r} was broken off. Name its folder to go on: wuji up --dataset FOLDER",
                name=held.name,
            )
        )
    return None if held is None else held.name


def _announce(settings: Settings, connected: GraphConnection) -> None:
    held = held_data_set(connected.engine)
    name = held.name if held else said("none")
    click.echo(said("wuji is up with the data set {name}. Stop it with Ctrl-C.", name=name))
    print_lines([(said("API"), f"{api_url(settings)}/docs")], indent="  ", column=15)
    if connected.server is not None:
        password = shown_password(connected.server.password, kept_in=home_of(settings).credentials)
        user = said("{user}, password {password}", user=connected.server.user, password=password)
        print_lines([(said("Neo4j Browser"), connected.server.browser_url)], indent="  ", column=15)
        print_lines([(said("sign in at"), connected.server.uri), (said("as"), user)], indent="    ", column=13)
