"""``wuji serve``: answers over HTTP."""

import ipaddress
import logging
import socket
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from threading import Thread

import click

from api.serving import listening_socket
from api.serving import serve as serve_app
from cli.afterwards import afterwards
from cli.connection import Connection, connection, damage_of, warn
from cli.interrupts import heed_interrupts, remaining
from cli.progress import progress
from cli.record import on_record
from cli.seed import bring_along
from graph.errors import DamagedError
from graph.settings import Settings, read_settings


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji serve                         answers at http://127.0.0.1:8000/docs\n"
    "  WUJI_PORT=9000 wuji serve          answers at another port\n"
    "  WUJI_NEO4J_URI=neo4j://db:7687 WUJI_NEO4J_PASSWORD=… wuji serve\n"
    "                                     answers from a Neo4j of your own\n"
    "  WUJI_ENGINE=py2neo wuji serve      asks through py2neo, which is at its end of life"
)
def serve() -> None:
    """Serve the API over the graph that is loaded, until Ctrl-C.

    A managed Neo4j that does not run is started; it is left running at the end (stop it with 'wuji down').
    """
    settings = read_settings()
    heed_interrupts()
    listener = listening_socket(host=settings.host, port=settings.port)
    with ExitStack() as stack:
        stack.enter_context(listener)
        say_who_may_ask(settings, listener)
        import_ahead()
        stack.enter_context(on_record(settings, command="serve", address=f"{api_url(settings)}/docs"))
        with progress() as report:
            connected = stack.enter_context(connection(settings, report=report, waits=True))
            damage = damage_of(connected, report)
            if damage is None:
                bring_along(connected.engine, report)
            else:
                warn(damage)
        with until_interrupted():
            click.echo(f"wuji answers at {api_url(settings)}/docs. Stop it with Ctrl-C.")
            answer(settings, connected, listener, damage=damage)
    click.echo(remaining(), err=True)


def answer(
    settings: Settings, connected: Connection, listener: socket.socket, *, damage: DamagedError | None = None
) -> None:
    """Serve the API on a socket until the process is told to stop.

    ``damage`` is what was found a moment ago: the graph is not read a second time for it.
    """
    # Here, and not above: the other commands need none of it, and it takes as long to import as all the rest.
    from api.app import create_app
    from api.hosts import own_hosts

    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    app = create_app(connected.engine, hosts=own_hosts(settings.host, settings.allowed_hosts))
    app.state.soundness.know(damage)
    with afterwards(settings, connected, listener):
        serve_app(app, listener)


@contextmanager
def until_interrupted() -> Generator[None]:
    """Take Ctrl-C for an end like any other, from the moment on in which somebody is told of it."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("Stopping.", err=True)


def import_ahead() -> None:
    """Import what serves beside what else there is to do: it takes as long to import as all the rest."""
    Thread(target=import_module, args=("api.app",), daemon=True).start()


def say_who_may_ask(settings: Settings, listener: socket.socket) -> None:
    """Say what it means to listen on an address that other machines can reach."""
    address = str(listener.getsockname()[0]).partition("%")[0]
    if not ipaddress.ip_address(address).is_loopback:
        click.echo(
            f"WUJI_HOST={settings.host} listens beyond this machine: nobody is asked who they are, and whoever reaches port "
            f"{settings.port} at {address} reads everything. Unset WUJI_HOST to keep it to this machine.",
            err=True,
        )


def api_url(settings: Settings) -> str:
    """Return where a browser on this machine reaches the API."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104 - read, not bound
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
