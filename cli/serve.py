"""``wuji serve``: answers over HTTP."""

import ipaddress
import socket
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue

import click

from api.serving import listening_socket
from cli.answering import answering
from cli.connection import connection, damage_of, warn
from cli.help_pages import examples
from cli.interrupts import heed_interrupts, noted_interrupts, remaining
from cli.progress import progress
from cli.record import on_record
from cli.seed import bring_along
from cli.spoken import command
from graph.settings import Settings, read_settings
from words import said


@command(
    examples=examples(
        ("wuji serve", said("answers at http://127.0.0.1:8000/docs")),
        ("WUJI_PORT=9000 wuji serve", said("answers at another port")),
        (
            "WUJI_NEO4J_URI=neo4j://db:7687 WUJI_NEO4J_PASSWORD=… wuji serve",
            said("answers from a Neo4j of your own"),
        ),
        ("WUJI_ENGINE=py2neo wuji serve", said("asks through py2neo, which is at its end of life")),
    )
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
        stack.enter_context(on_record(settings, command="serve", address=f"{api_url(settings)}/docs"))
        api = stack.enter_context(answering(settings, listener))
        with progress() as report:
            connected = stack.enter_context(connection(settings, report=report, waits=True))
            damage = damage_of(connected, report)
            if damage is None:
                bring_along(connected.engine, report)
            else:
                warn(damage)
        with until_interrupted() as told:
            click.echo(said("wuji answers at {url}/docs. Stop it with Ctrl-C.", url=api_url(settings)))
            api.answer_from(connected, damage=damage, told=told)
    click.echo(remaining(), err=True)


@contextmanager
def until_interrupted() -> Generator["SimpleQueue[int]"]:
    """Take Ctrl-C for an end like any other, from the moment on in which somebody is told of it; give what notes it."""
    try:
        with noted_interrupts() as told:
            yield told
    except KeyboardInterrupt:
        click.echo(said("Stopping."), err=True)


def say_who_may_ask(settings: Settings, listener: socket.socket) -> None:
    """Say what it means to listen on an address that other machines can reach."""
    address = str(listener.getsockname()[0]).partition("%")[0]
    if not ipaddress.ip_address(address).is_loopback:
        click.echo(
            said(
                "WUJI_HOST={host} listens beyond this machine: nobody is asked who they are, and whoever reaches port "
                "{port} at {address} reads everything. Unset WUJI_HOST to keep it to this machine.",
                host=settings.host,
                port=settings.port,
                address=address,
            ),
            err=True,
        )


def api_url(settings: Settings) -> str:
    """Return where a browser on this machine reaches the API."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104 - read, not bound
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
