"""``wuji status``: where everything stands."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from cli.arguments import json_option
from cli.connection import running_address
from cli.help_pages import examples
from cli.progress import progress
from cli.record import recorded_services
from cli.spoken import command
from cli.tables import print_json, print_lines
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
from words import Language, Said, said, sentences, speaking

_QUIET_SECONDS = 2.0
_OWN = "your own"
STATES: Mapping[str, Said] = {
    "not installed": said("not installed"),
    "stopped": said("stopped"),
    "running": said("running"),
    _OWN: said("your own"),
}
"""What a Neo4j may be, as people are told."""
_TITLES: Mapping[str, Said] = {
    "neo4j": said("neo4j"),
    "neo4j_uri": said("neo4j uri"),
    "browser": said("browser"),
    "home": said("home"),
    "api": said("api"),
    "engine": said("engine"),
    "notice": said("notice"),
    "data_set": said("data set"),
    "complete": said("complete"),
    "revision": said("revision"),
    "problem": said("problem"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands: ``problem`` says why the graph could not be asked, ``notice`` what to know of the engine."""

    neo4j: str
    neo4j_uri: str | None
    browser: str | None
    home: str
    api: str | None
    engine: str
    notice: Said | None
    data_set: str | None
    complete: bool
    revision: int | None
    problem: Said | None


@command(examples=examples("wuji status", "wuji status --json"))
@json_option(said("Print JSON."))
def status(*, as_json: bool) -> None:
    """Say what runs, where, and what the graph holds. Starts nothing."""
    settings = read_settings()
    with progress() as report:
        standing = telling(
            said("Checking the graph"), lambda: _standing(settings), report=report, quiet_seconds=_QUIET_SECONDS
        )
    known = {field.name: getattr(standing, field.name) for field in fields(standing)}
    if as_json:
        # What programs read has no language.
        with speaking(Language.EN):
            print_json({name: str(value) if isinstance(value, Said) else value for name, value in known.items()})
        return
    print_lines(((_TITLES[name], _told(value)) for name, value in known.items() if value is not None), column=13)


def _told(value: object) -> object:
    if isinstance(value, bool):
        return said("True") if value else said("False")
    return STATES.get(str(value), value)


def _standing(settings: Settings) -> Standing:
    server = server_status(settings)
    services = recorded_services(settings)
    # What serves was started with an environment of its own; when nothing does, a command would have this one's.
    engines = sorted({service.engine for service in services} or {settings.engine})
    data_set, complete, seq, problem = _graph(settings)
    return Standing(
        neo4j=_OWN if settings.neo4j_uri else server.state,
        neo4j_uri=settings.neo4j_uri or server.uri,
        browser=None if settings.neo4j_uri else server.browser_url,
        home=str(server.home),
        api=" ".join(service.address for service in services) or None,
        engine=" ".join(engines),
        notice=sentences(NOTICES[engine] for engine in engines) if {*engines} & {*NOTICES} else None,
        data_set=data_set,
        complete=complete,
        revision=seq,
        problem=problem,
    )


def _graph(settings: Settings) -> tuple[str | None, bool, int | None, Said | None]:
    """Return the data set's name, whether it was loaded to its end, the revision, and why none of it is known."""
    try:
        address = running_address(settings)
        if address is None:
            return (
                None,
                False,
                None,
                said("Neo4j does not run: start all with 'wuji up', or it alone with 'wuji neo4j start'."),
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
        return None, False, None, said("{error}", error=told)
    except GraphError as error:
        return None, False, None, said("{error}", error=error)
    if held is None:
        return None, False, seq, said("The graph is empty: load a data set with 'wuji seed'.")
    if not held.is_complete:
        return (
            held.name,
            False,
            seq,
            said("A load is under way, or was broken off: 'wuji seed' with its data set goes on with it."),
        )
    return held.name, True, seq, None
