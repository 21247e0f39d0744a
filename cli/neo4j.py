"""``wuji neo4j``: the managed Neo4j by itself."""

from collections.abc import Mapping
from dataclasses import asdict

import click

from cli.arguments import json_option
from cli.help_pages import examples
from cli.interrupts import heed_interrupts
from cli.output import shown_password
from cli.progress import progress
from cli.spoken import SpokenCommand, SpokenGroup
from cli.status import STATES
from cli.tables import print_json, print_lines
from cli.telling import telling
from graph import server
from graph.server.home import home_of
from graph.settings import read_settings
from words import Said, said

_TITLES: Mapping[str, Said] = {
    "state": said("state"),
    "version": said("version"),
    "pid": said("pid"),
    "uri": said("uri"),
    "browser_url": said("browser url"),
    "home": said("home"),
    "log": said("log"),
}


@click.group(cls=SpokenGroup)
def neo4j() -> None:
    """Run the Neo4j that wuji manages: provisioned once, data under WUJI_HOME, on this machine alone."""


@neo4j.command(
    cls=SpokenCommand,
    examples=examples(
        "wuji neo4j start",
        "WUJI_HOME=/srv/wuji WUJI_BOLT_PORT=7688 WUJI_HTTP_PORT=7475 wuji neo4j start",
        "WUJI_MAVEN_REPOSITORY=https://mirror.example/maven wuji neo4j start",
    ),
)
def start() -> None:
    """Start Neo4j, fetching it first where needed, and print how to reach it."""
    heed_interrupts()
    settings = read_settings()
    with progress() as report:
        found = server.start(settings, report=report)
    began = said("Neo4j started (pid {pid}).", pid=found.pid)
    click.echo(began if found.started else said("Neo4j runs already (pid {pid}).", pid=found.pid))
    print_lines(
        [
            (said("Bolt"), found.uri),
            (said("Browser"), found.browser_url),
            (said("User"), found.user),
            (said("Password"), shown_password(found.password, kept_in=home_of(settings).credentials)),
        ],
        indent="  ",
    )


@neo4j.command(cls=SpokenCommand, examples=examples("wuji neo4j stop"))
def stop() -> None:
    """Stop Neo4j and wait until it is gone; its data stays."""
    settings = read_settings()
    with progress() as report:
        stopped = telling(said("Stopping Neo4j"), lambda: server.stop(settings), report=report)
    click.echo(said("Neo4j is stopped.") if stopped else said("Neo4j was not running."))


@neo4j.command(cls=SpokenCommand, examples=examples("wuji neo4j status", "wuji neo4j status --json"))
@json_option(said("Print one JSON object, for programs."))
def status(*, as_json: bool) -> None:
    """Tell whether Neo4j is installed and runs, and where its data and log are."""
    found = server.status(read_settings())
    if as_json:
        print_json(found)
        return
    print_lines(
        (_TITLES[name], STATES.get(str(fact), fact)) for name, fact in asdict(found).items() if fact is not None
    )
