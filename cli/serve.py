"""``wuji serve``: answers over HTTP."""

import logging
import socket
from contextlib import ExitStack

import click

from api.app import create_app
from api.serving import listening_socket
from api.serving import serve as serve_app
from cli.connection import Connection, connection
from cli.progress import progress
from graph.schema import apply_schema
from graph.settings import Settings, read_settings
from graph.warming import warm


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji serve                         answers at http://127.0.0.1:8000/docs\n"
    "  WUJI_PORT=9000 wuji serve          answers at another port\n"
    "  WUJI_NEO4J_URI=neo4j://db:7687 WUJI_NEO4J_PASSWORD=… wuji serve\n"
    "                                     answers from a Neo4j of your own"
)
def serve() -> None:
    """Serve the API over the graph that is loaded, until Ctrl-C.

    A managed Neo4j that does not run is started; it is left running at the end (stop it with 'wuji down').
    """
    settings = read_settings()
    listener = listening_socket(host=settings.host, port=settings.port)
    with ExitStack() as stack:
        stack.enter_context(listener)
        with progress() as report:
            connected = stack.enter_context(connection(settings, report=report))
            apply_schema(connected.engine)
            warm(connected.engine)
        click.echo(f"wuji answers at {api_url(settings)}/docs. Stop it with Ctrl-C.")
        answer(connected, listener)


def answer(connected: Connection, listener: socket.socket) -> None:
    """Serve the API on a socket until the process is told to stop; Ctrl-C is an end like any other."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    # What the driver would log, an answer already says.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    try:
        serve_app(create_app(connected.engine), listener)
    except KeyboardInterrupt:
        click.echo("Stopping.", err=True)


def api_url(settings: Settings) -> str:
    """Return where a browser on this machine reaches the API."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104 - read, not bound
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
