"""The Neo4j a command talks to: the one the settings name, or the managed one of this home."""

import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import click

from cli.asked_engine import AskedEngine
from cli.progress import progress
from cli.telling import telling
from graph.engines import Engine
from graph.engines.address import Address
from graph.engines.opening import NOTICES, Driver, connect
from graph.errors import (
    DamagedError,
    DataSetError,
    NoDatabaseError,
    NotFoundError,
    SettingsError,
    UnavailableError,
)
from graph.loading import held_data_set
from graph.progress import Report, Step
from graph.schema import lost_definitions
from graph.search import has_terms
from graph.server import ManagedServer, running, start
from graph.server.home import home_of
from graph.settings import Settings, read_settings
from graph.soundness import check, check_records
from seed_data.builtin import names
from words import said, sentences

_CHECKING = said("Checking the graph")
_SECONDS_BETWEEN_TRIES = 1.0


@dataclass(frozen=True, slots=True)
class GraphConnection:
    """An engine and where it leads; ``server`` is ``None`` for a Neo4j of the user's own."""

    engine: Engine
    address: Address
    server: ManagedServer | None


@contextmanager
def connection(settings: Settings, *, report: Report, waits: bool = False) -> Generator[GraphConnection]:
    """Give a connection for the length of a block; a managed Neo4j is started when it does not run.

    One of the user's own that does not answer yet is waited for where ``waits``: whoever starts both need not care in which order.

    Raise SettingsError, ServerError or EngineError.
    """
    server = None if settings.neo4j_uri else start(settings, report=report)
    address = own_address(settings) if server is None else managed_address(server)
    engine = (
        _reached(address, settings.engine, report) if waits and server is None else connect(address, settings.engine)
    )
    if settings.engine in NOTICES:
        click.echo(NOTICES[settings.engine], err=True)
    try:
        yield GraphConnection(engine, address, server)
    finally:
        engine.close()


def _reached(address: Address, driver: Driver, report: Report) -> Engine:
    """Return an engine once Neo4j answers from its database; what no waiting mends is raised at once."""
    title, began, tried = said("Waiting for Neo4j at {uri}", uri=address.uri), time.monotonic(), False
    while True:
        try:
            engine = connect(address, driver)
            try:
                held_data_set(engine)
            except BaseException:
                engine.close()
                raise
        except NoDatabaseError:
            raise
        except UnavailableError:
            # Said once: a log is not filled while it lasts.
            report(Step(title, 0, None, "s"))
            tried = True
            time.sleep(_SECONDS_BETWEEN_TRIES)
        else:
            if tried:
                passed = round(time.monotonic() - began, 1)
                report(Step(title, passed, passed, "s"))
            return engine


@contextmanager
def asking(*, whole: bool = False) -> Generator[Engine]:
    """Give an engine for the length of a block that only asks a graph which is there; ``whole`` reads all of it first.

    A managed Neo4j that was stopped is started and keeps running; none is provided for a home that never had one. Raise
    DataSetError when there is nothing to ask, and what ``connection`` raises.
    """
    settings = read_settings()
    if settings.neo4j_uri is None and not home_of(settings).graph.exists():
        raise DataSetError(
            said(
                "There is no graph in {home} yet: load one with 'wuji up', or set WUJI_HOME to its folder.",
                home=home_of(settings).root,
            )
        )
    with ExitStack() as stack:
        # Over before anything is printed: bars would be drawn into it.
        with progress() as report:
            connected = stack.enter_context(connection(settings, report=report))
            # A store that was damaged while Neo4j was away is noticed by whoever starts it.
            whole = whole or (connected.server is not None and connected.server.started)
            look = check if whole else check_records
            telling(_CHECKING, lambda: look(connected.engine), report=report)
        if connected.server is not None and connected.server.started:
            click.echo(said("Neo4j was started and keeps running; 'wuji neo4j stop' ends it."), err=True)
        _say_what_is_lacking(connected.engine, whole=whole)
        try:
            yield AskedEngine(connected.engine)
        except NotFoundError as error:
            raise NotFoundError(sentences([error, said("Look it up by its name with 'wuji find'.")])) from error


def damage_of(connected: GraphConnection, report: Report) -> DamagedError | None:
    """Return what the graph lost, ``None`` for one that is whole; all of it is read."""
    try:
        telling(_CHECKING, lambda: check(connected.engine), report=report)
    except DamagedError as error:
        return error
    return None


def warn(damage: DamagedError) -> None:
    """Say what the graph lost: it is served all the same, and nothing is written to what is left of it."""
    click.echo(
        sentences(
            [
                said("Warning: {error}", error=damage),
                said("Until then every question is answered with status 503."),
            ]
        ),
        err=True,
    )


def _say_what_is_lacking(engine: Engine, *, whole: bool) -> None:
    """Say what the answers lack; raise DataSetError when there are none."""
    held = held_data_set(engine)
    lost = lost_definitions(engine) if whole else []
    if held is None:
        raise DataSetError(said("The graph is empty: load a data set into it with 'wuji seed' first."))
    name = held.name if held.name in names() else said("FOLDER")
    if not held.is_complete:
        click.echo(
            said(
                "A load was broken off, and answers may lack what it had yet to do: go on with "
                "'wuji seed --dataset {name}'.",
                name=name,
            ),
            err=True,
        )
    if lost:
        click.echo(
            said(
                "The graph has lost constraints and indexes, and answers slowly: run 'wuji seed --dataset {name}' once.",
                name=name,
            ),
            err=True,
        )
    if not has_terms(engine):
        click.echo(
            said(
                "An earlier release loaded this graph, and names are found in part: run 'wuji seed --dataset {name}' once.",
                name=name,
            ),
            err=True,
        )


def running_address(settings: Settings) -> Address | None:
    """Return where the Neo4j of these settings is, ``None`` when it is the managed one and does not run."""
    if settings.neo4j_uri:
        return own_address(settings)
    server = running(settings)
    return None if server is None else managed_address(server)


def own_address(settings: Settings) -> Address:
    """Return the address of the Neo4j the settings name; raise SettingsError when they name no password."""
    if settings.neo4j_uri is None or settings.neo4j_password is None:
        raise SettingsError(
            said(
                "WUJI_NEO4J_URI is set and WUJI_NEO4J_PASSWORD is not. Set it to that Neo4j's password, "
                "or unset WUJI_NEO4J_URI to let wuji run a Neo4j of its own."
            )
        )
    return Address(
        settings.neo4j_uri,
        settings.neo4j_user,
        settings.neo4j_password.get_secret_value(),
        settings.neo4j_database,
    )


def managed_address(server: ManagedServer) -> Address:
    """Return the address of a managed Neo4j."""
    return Address(server.uri, server.user, server.password)
