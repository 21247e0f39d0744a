"""Starts, finds and stops the managed Neo4j of a home."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import psutil

from graph.errors import CredentialsError
from graph.progress import Report, unreported
from graph.server import credentials as passwords
from graph.server.archive import archive_options
from graph.server.artifacts import VERSION
from graph.server.configuration import addresses, configure
from graph.server.credentials import Credentials
from graph.server.exclusive import alone
from graph.server.failure import database_failure, log_sizes, program_failure
from graph.server.home import Home, home_of
from graph.server.java import environment, java, server_command
from graph.server.memory import memory
from graph.server.ports import check_ports
from graph.server.process import end, find, launch
from graph.server.provision import is_installed, provide
from graph.server.readiness import Outcome, becomes_ready
from graph.settings import Settings
from words import said

_WAITING = said("Waiting for another wuji that starts or stops Neo4j")


@dataclass(frozen=True, slots=True)
class ManagedServer:
    """A running Neo4j of ours, and how to reach it; ``started`` tells whether this call started it."""

    uri: str
    user: str
    password: str = field(repr=False)
    browser_url: str
    pid: int
    started: bool


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What is known of a home's Neo4j; what only a running one has is ``None`` otherwise."""

    state: Literal["not installed", "stopped", "running"]
    version: str
    pid: int | None
    uri: str | None
    browser_url: str | None
    home: Path
    log: Path


def start(settings: Settings, *, report: Report) -> ManagedServer:
    """Return this home's Neo4j once it is ready, fetching and starting it where needed.

    Two calls at once, in one process or in two, end with one server. Raises a ServerError that says what to do, or
    CredentialsError when the password kept for the server is not its own.
    """
    home = home_of(settings)
    home.create()
    with alone(home.lock, variable="WUJI_HOME", waiting=_WAITING, report=report):
        found = find(home)
        if found:
            # A command killed in mid-start leaves a server that is not ready yet, and may still fail.
            credentials = passwords.read(home)
            outcome = becomes_ready(home, found, credentials, log_sizes(home), report=report)
            if outcome is Outcome.SERVES:
                return _managed(home, found, credentials)
            if outcome is Outcome.FAILED:
                # A disk that was full has stopped its database for good: with room again, only a restart brings it back.
                end(found)
        return _start(home, settings, report)


def stop(settings: Settings) -> bool:
    """Stop this home's Neo4j and wait until it is gone; return whether one ran."""
    home = home_of(settings)
    if not home.run.exists():
        return False
    with alone(home.lock, variable="WUJI_HOME", waiting=_WAITING, report=unreported):
        found = find(home)
        if found:
            end(found)
        return found is not None


def running(settings: Settings) -> ManagedServer | None:
    """Return this home's Neo4j if its process runs, ready or not; ``None`` otherwise."""
    home = home_of(settings)
    found = find(home)
    return _managed(home, found, passwords.read(home)) if found else None


def status(settings: Settings) -> ServerStatus:
    """Return what is known of this home's Neo4j; nothing is written."""
    home = home_of(settings)
    found = find(home)
    idle: Literal["stopped", "not installed"] = "stopped" if is_installed(settings) else "not installed"
    uri, browser_url = _urls(home) if found else (None, None)
    pid = found.pid if found else None
    return ServerStatus("running" if found else idle, VERSION, pid, uri, browser_url, home.root, home.log)


def boot(
    home: Home, settings: Settings, jars: Sequence[Path], options: Sequence[str], *, report: Report
) -> tuple[psutil.Process, Credentials]:
    """Run a home's Neo4j from its jars, with further options for Java, and wait until it is ready."""
    shares = memory(settings)
    configure(home, settings, shares)
    credentials = passwords.establish(home, jars)
    seen = log_sizes(home)
    process = launch(home, server_command(home, shares, jars, options), environment(home))
    try:
        outcome = becomes_ready(home, process, credentials, seen, report=report)
    except (CredentialsError, KeyboardInterrupt, SystemExit):
        # Nobody waits for it any more.
        end(process)
        raise
    if outcome is Outcome.FAILED:
        # Without its database it is of no use, and a log it still writes to is no place to look for the reason.
        end(process)
        raise database_failure(home, seen)
    if outcome is Outcome.ENDED:
        raise program_failure(home, seen)
    return process, credentials


def _start(home: Home, settings: Settings, report: Report) -> ManagedServer:
    check_ports(settings)
    # Asked before anything is fetched for it.
    java()
    jars = provide(settings, report=report)
    options = archive_options(settings, jars)
    process, credentials = boot(home, settings, jars, options, report=report)
    return replace(_managed(home, process, credentials), started=True)


def _managed(home: Home, process: psutil.Process, credentials: Credentials) -> ManagedServer:
    uri, browser_url = _urls(home)
    return ManagedServer(uri, credentials.user, credentials.password, browser_url, process.pid, started=False)


def _urls(home: Home) -> tuple[str, str]:
    bolt, http = addresses(home)
    return f"bolt://{bolt}", f"http://{http}/browser/"
