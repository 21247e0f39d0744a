"""``just bench``: load ``jilin``, ask it, each beside its peer, and write what was measured to ``docs/bench.md``."""

import multiprocessing
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import click
import psutil

from bench import bare_driver, before, http_client, loading, report, searching
from bench.questions import CONSTANT, QUESTIONS, statements
from bench.report import Answered, Measured, Memory, Seeded
from bench.serving import NOW, answers, neo4j, seconds_of_seed, serving
from graph.engines.address import Address
from graph.engines.opening import connect
from graph.server import ManagedServer

T = TypeVar("T")

CONNECTIONS = (1, 16)


def _apart(work: Callable[..., T], *arguments: object) -> T:
    """Do work in a process of its own: what it costs is its own, and shares no interpreter with the rest."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), loading.hush) as pool:
        return pool.submit(work, *arguments).result()


def _ask(server: ManagedServer, port: int, before_port: int | None, seconds: float) -> list[Answered]:
    address = Address(server.uri, server.user, server.password)
    engine = connect(address)
    asked = statements(engine)
    engine.close()
    answered: list[Answered] = []
    for name, target in QUESTIONS.items():
        earlier = before_port if before_port is not None and answers(before_port, target) else None
        found = Answered(name, len(asked[name]))
        for one in (port, *([earlier] if earlier else [])):
            _apart(http_client.ask, one, target, 4, seconds / 2)
        for connections in CONNECTIONS:
            # In turn, so that what else the machine does meets all alike.
            found.http[connections] = _apart(http_client.ask, port, target, connections, seconds)
            found.bare[connections] = _apart(bare_driver.ask, address, asked[name], connections, seconds)
            found.constant[connections] = _apart(http_client.ask, port, CONSTANT, connections, seconds / 4)
            if earlier is not None:
                found.before[connections] = _apart(http_client.ask, earlier, target, connections, seconds)
        click.echo(report.line(found, CONNECTIONS, with_before=before_port is not None), err=True)
        answered.append(found)
    return answered


def _measure(server: ManagedServer, home: Path, *, seconds: float, loads: bool, revision: str | None) -> Measured:
    address, load = Address(server.uri, server.user, server.password), os.getloadavg()[0]
    with ExitStack() as stack:
        earlier = None if revision is None else stack.enter_context(before.program(revision))
        click.echo("Loading", err=True)
        loaded = _apart(loading.measure, address, "jilin") if loads else None
        _apart(loading.empty, address)
        seeded, seeded_before, earlier_port = seconds_of_seed(NOW, server, home / "command"), None, None
        port, api = stack.enter_context(serving(NOW, server, home / "command"))
        if earlier is not None:
            # A graph of its own: what an earlier revision finds names by may have another form.
            other = stack.enter_context(neo4j(home / "neo4j-before"))
            seeded_before = seconds_of_seed(earlier, other, home / "before")
            earlier_port, _ = stack.enter_context(serving(earlier, other, home / "before"))
        ports = [port, *([] if earlier_port is None else [earlier_port])]
        searched = _apart(searching.ask, ports, searching.ROUNDS)
        answered = _ask(server, port, earlier_port, seconds)
        memory = Memory(psutil.Process(server.pid).memory_info().rss, api.memory_info().rss)
    known = revision and before.named(revision)
    return Measured(loaded, Seeded(seeded, seeded_before), searched, answered, memory, known, load)


@click.command()
@click.option("--seconds", default=4.0, show_default=True, help="How long each rate is measured.")
@click.option("--load/--no-load", "loads", default=True, help="Measure loading, beside the bare loop, as well.")
@click.option("--before", "revision", metavar="REVISION", help="Measure an earlier revision beside this one.")
@click.option("--output", type=click.Path(path_type=Path), help="Write the report to a file instead of printing it.")
def main(*, seconds: float, loads: bool, revision: str | None, output: Path | None) -> None:
    """Measure wuji beside its peers, in one run, on a Neo4j of its own."""
    loading.hush()
    with tempfile.TemporaryDirectory(prefix="wuji-bench-") as scratch:
        home = Path(scratch)
        with neo4j(home / "neo4j") as server:
            measured = _measure(server, home, seconds=seconds, loads=loads, revision=revision)
    text = report.report(measured)
    if output is None:
        click.echo(text)
    else:
        output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
