"""``just bench``: load ``jilin``, ask it, each beside its peer, and write what was measured to ``docs/bench.md``."""

import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.request import urlopen

import click
import psutil

from bench import bare_driver, http_client, loading, report
from bench.questions import CONSTANT, QUESTIONS, statements
from bench.rates import Rate
from bench.report import Answered, Measured, Memory
from graph.engines.address import Address
from graph.engines.opening import connect
from graph.progress import unreported
from graph.server import ManagedServer, start, stop
from graph.settings import Settings

T = TypeVar("T")

CONNECTIONS = (1, 16)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def _apart(work: Callable[..., T], *arguments: object) -> T:
    """Do work in a process of its own: what it costs is its own, and shares no interpreter with the rest."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


@contextmanager
def _serving(server: ManagedServer, port: int) -> Generator[psutil.Process]:
    """Serve the API from one worker process, as ``wuji serve`` does."""
    environment = {
        **os.environ,
        "WUJI_PORT": str(port),
        "WUJI_NEO4J_URI": server.uri,
        "WUJI_NEO4J_PASSWORD": server.password,
    }
    process = subprocess.Popen(["wuji", "serve"], env=environment)
    try:
        _await(f"http://127.0.0.1:{port}/healthz/ready", process)
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()


def _await(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if process.poll() is not None:
            sys.exit(f"wuji serve ended with {process.returncode}.")
        try:
            with urlopen(url):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"{url} did not answer within a minute.")


def _asked(server: ManagedServer, port: int, seconds: float) -> list[Answered]:
    engine = connect(Address(server.uri, server.user, server.password))
    asked = statements(engine)
    engine.close()
    auth = (server.user, server.password)
    answered: list[Answered] = []
    for name, target in QUESTIONS.items():
        _apart(http_client.ask, port, target, 4, seconds / 2)
        # In turn, so that what else the machine does meets both alike.
        http: dict[int, Rate] = {}
        bare: dict[int, Rate] = {}
        constant: dict[int, Rate] = {}
        for connections in CONNECTIONS:
            http[connections] = _apart(http_client.ask, port, target, connections, seconds)
            bare[connections] = _apart(bare_driver.ask, server.uri, auth, asked[name], connections, seconds)
            constant[connections] = _apart(http_client.ask, port, CONSTANT, connections, seconds / 4)
        answered.append(Answered(name, len(asked[name]), http, bare, constant))
        click.echo(report.line(answered[-1]), err=True)
    return answered


@click.command()
@click.option("--seconds", default=4.0, show_default=True, help="How long each rate is measured.")
@click.option("--load/--no-load", "loads", default=True, help="Measure loading, beside the bare loop, as well.")
@click.option("--output", type=click.Path(path_type=Path), help="Write the report to a file instead of printing it.")
def main(*, seconds: float, loads: bool, output: Path | None) -> None:
    """Measure wuji beside its peers, in one run, on a Neo4j of its own."""
    with tempfile.TemporaryDirectory(prefix="wuji-bench-") as home:
        settings = Settings(home=Path(home), bolt_port=_free_port(), http_port=_free_port(), neo4j_uri=None)
        server = start(settings, report=unreported)
        try:
            click.echo("Loading, three times each way", err=True)
            loaded = (
                _apart(loading.measure, Address(server.uri, server.user, server.password), "jilin") if loads else None
            )
            port = _free_port()
            _seed(server)
            with _serving(server, port) as api:
                answered = _asked(server, port, seconds)
                memory = Memory(psutil.Process(server.pid).memory_info().rss, api.memory_info().rss)
        finally:
            stop(settings)
    text = report.report(Measured(loaded, answered, memory))
    if output is None:
        click.echo(text)
    else:
        output.write_text(text, encoding="utf-8")


def _seed(server: ManagedServer) -> None:
    environment = {**os.environ, "WUJI_NEO4J_URI": server.uri, "WUJI_NEO4J_PASSWORD": server.password}
    subprocess.run(["wuji", "seed"], env=environment, check=True, stdout=sys.stderr)


if __name__ == "__main__":
    main()
