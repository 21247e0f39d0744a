"""``wuji neo4j``: the managed Neo4j by itself."""

from dataclasses import asdict

import click

from cli.arguments import json_option
from cli.interrupts import heed_interrupts
from cli.output import shown_password
from cli.progress import progress
from cli.tables import print_json
from cli.telling import telling
from graph import server
from graph.server.home import home_of
from graph.settings import read_settings


@click.group()
def neo4j() -> None:
    """Run the Neo4j that wuji manages: provisioned once, data under WUJI_HOME, on this machine alone."""


@neo4j.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji neo4j start\n"
    "  WUJI_HOME=/srv/wuji WUJI_BOLT_PORT=7688 WUJI_HTTP_PORT=7475 wuji neo4j start\n"
    "  WUJI_MAVEN_REPOSITORY=https://mirror.example/maven wuji neo4j start"
)
def start() -> None:
    """Start Neo4j, fetching it first where needed, and print how to reach it."""
    heed_interrupts()
    settings = read_settings()
    with progress() as report:
        found = server.start(settings, report=report)
    click.echo(f"Neo4j {'started' if found.started else 'runs already'} (pid {found.pid}).")
    click.echo(f"  Bolt      {found.uri}")
    click.echo(f"  Browser   {found.browser_url}")
    click.echo(f"  User      {found.user}")
    click.echo(f"  Password  {shown_password(found.password, kept_in=home_of(settings).credentials)}")


@neo4j.command(epilog="Example:\n\n\b\n  wuji neo4j stop")
def stop() -> None:
    """Stop Neo4j and wait until it is gone; its data stays."""
    settings = read_settings()
    with progress() as report:
        stopped = telling("Stopping Neo4j", lambda: server.stop(settings), report=report)
    click.echo("Neo4j is stopped." if stopped else "Neo4j was not running.")


@neo4j.command(epilog="Examples:\n\n\b\n  wuji neo4j status\n  wuji neo4j status --json")
@json_option("Print one JSON object, for programs.")
def status(*, as_json: bool) -> None:
    """Tell whether Neo4j is installed and runs, and where its data and log are."""
    found = server.status(read_settings())
    if as_json:
        print_json(found)
        return
    for name, fact in asdict(found).items():
        if fact is not None:
            click.echo(f"{name.replace('_', ' '):<12}{fact}")
