"""``wuji status``: where everything stands."""

from dataclasses import asdict, dataclass

import click

from cli.arguments import json_option
from cli.connection import running_address
from cli.progress import progress
from cli.record import recorded_services
from cli.tables import print_json
from cli.telling import telling
from graph.engines.opening import NOTICES, connect
from graph.errors import CredentialsError, GraphError
from graph.loading import held_data_set
from graph.revision import revision
from graph.server import status as server_status
from graph.server.credentials import refused
from graph.server.home import home_of
from graph.settings import Settings, read_settings
from graph.soundness import check, check_schema

_QUIET_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands: ``problem`` says why the graph could not be asked, ``notice`` what to know of the engine."""

    neo4j: str
    neo4j_uri: str | None
    browser: str | None
    home: str
    api: str | None
    engine: str
    notice: str | None
    data_set: str | None
    complete: bool
    revision: int | None
    problem: str | None


@click.command(epilog="Examples:\n\n\b\n  wuji status\n  wuji status --json")
@json_option("Print JSON.")
def status(*, as_json: bool) -> None:
    """Say what runs, where, and what the graph holds. Starts nothing."""
    settings = read_settings()
    with progress() as report:
        standing = telling(
            "Checking the graph", lambda: _standing(settings), report=report, quiet_seconds=_QUIET_SECONDS
        )
    if as_json:
        print_json(standing)
        return
    for title, value in asdict(standing).items():
        if value is not None:
            click.echo(f"{title.replace('_', ' '):12} {value}")


def _standing(settings: Settings) -> Standing:
    server = server_status(settings)
    services = recorded_services(settings)
    # What serves was started with an environment of its own; when nothing does, a command would have this one's.
    engines = sorted({service.engine for service in services} or {settings.engine})
    data_set, complete, seq, problem = _graph(settings)
    return Standing(
        neo4j="your own" if settings.neo4j_uri else server.state,
        neo4j_uri=settings.neo4j_uri or server.uri,
        browser=None if settings.neo4j_uri else server.browser_url,
        home=str(server.home),
        api=" ".join(service.address for service in services) or None,
        engine=" ".join(engines),
        notice=" ".join(NOTICES[engine] for engine in engines if engine in NOTICES) or None,
        data_set=data_set,
        complete=complete,
        revision=seq,
        problem=problem,
    )


def _graph(settings: Settings) -> tuple[str | None, bool, int | None, str | None]:
    """Return the data set's name, whether it was loaded to its end, the revision, and why none of it is known."""
    try:
        address = running_address(settings)
        if address is None:
            return (
                None,
                False,
                None,
                "Neo4j does not run: start all with 'wuji up', or it alone with 'wuji neo4j start'.",
            )
        engine = connect(address, settings.engine)
        try:
            check(engine)
            check_schema(engine)
            seq = revision(engine).seq
            held = held_data_set(engine)
        finally:
            engine.close()
    except CredentialsError as error:
        # Of a managed Neo4j no setting names the password.
        told = error if settings.neo4j_uri else refused(home_of(settings))
        return None, False, None, str(told)
    except GraphError as error:
        return None, False, None, str(error)
    if held is None:
        return None, False, seq, "The graph is empty: load a data set with 'wuji seed'."
    if not held.is_complete:
        return (
            held.name,
            False,
            seq,
            "A load is under way, or was broken off: 'wuji seed' with its data set goes on with it.",
        )
    return held.name, True, seq, None
