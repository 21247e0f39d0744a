"""What one client is answered while many others ask the dearest questions; ``just bench-starving`` measures it.

The crowd asks without a pause: whoever is refused asks again at once, from the same address as the client that is watched.
"""

import asyncio
import http.client
import multiprocessing
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote

import click

from bench import before, loading
from bench.rates import Rate, rate
from bench.serving import NOW, neo4j, seconds_of_seed, serving

CLIENTS = 200
SECONDS = 20.0
_CITY = "220200000000"
DEAR = (
    *(f"/v1/entities?kind={kind}&area_id={_CITY}&page_size=1000" for kind in ("Post", "Person", "Building", "Unit")),
    f"/v1/entities?area_id={_CITY}&page_size=1000",
    f"/v1/entities?kind=Post&lacks=HOLDS&area_id={_CITY}",
    f"/v1/entities?q={quote('一')}&page_size=1000",
    f"/v1/areas/{_CITY}/profile",
    f"/v1/areas/{_CITY}/services?page_size=1000",
    f"/v1/areas/{_CITY}/tree?max_depth=3",
    f"/v1/orgs/D{_CITY}/descendants?page_size=1000",
    f"/v1/orgs/D{_CITY}/counts",
    f"/v1/units?area_id={_CITY}&page_size=1000",
    f"/v1/search?q={quote('社')}&limit=50",
    "/v1/reconcile",
)
"""The dearest questions there are, of every sort."""

WATCHED = {
    "counts of a street": "/v1/orgs/D220202006000/counts",
    "ready": "/healthz/ready",
    "live": "/healthz/live",
}
"""What the one client asks, in turn."""


@dataclass(frozen=True, slots=True)
class Starved:
    """What the watched client was answered, by what it asked, and how the crowd was, by status."""

    watched: Mapping[str, Rate]
    crowd: Mapping[int, int]


async def _one_of_the_crowd(port: int, first: int, until: float, answered: Counter[int]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
    for target in islice(cycle(DEAR), first, None):
        if time.monotonic() > until:
            break
        writer.write(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        first_line, *fields = head.lower().split(b"\r\n")
        length = next(field for field in fields if field.startswith(b"content-length:"))
        await reader.readexactly(int(length.partition(b":")[2]))
        answered[int(first_line.split()[1])] += 1
    writer.close()


async def _crowd(port: int, clients: int, seconds: float) -> Counter[int]:
    answered: Counter[int] = Counter()
    until = time.monotonic() + seconds
    async with asyncio.timeout(seconds + 120), asyncio.TaskGroup() as group:
        for place in range(clients):
            group.create_task(_one_of_the_crowd(port, place % len(DEAR), until, answered))
    return answered


def crowd(port: int, clients: int, seconds: float) -> Counter[int]:
    """Have many clients ask without a pause, and return how many answers of each status they got."""
    return asyncio.run(_crowd(port, clients, seconds))


def watch(port: int, seconds: float) -> dict[str, Rate]:
    """Ask as one client, one question after the other, and return how fast each was answered."""
    client = http.client.HTTPConnection("127.0.0.1", port)
    latencies: dict[str, list[float]] = {name: [] for name in WATCHED}
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for name, target in WATCHED.items():
            began = time.perf_counter()
            client.request("GET", target)
            answer = client.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise RuntimeError(f"The server answered {target} with {answer.status}: {body[:200]!r}")
            latencies[name].append(time.perf_counter() - began)
        time.sleep(0.05)
    client.close()
    return {name: rate(taken, sum(taken)) for name, taken in latencies.items()}


def measure(pool: ProcessPoolExecutor, port: int, clients: int, seconds: float) -> tuple[dict[str, Rate], Starved]:
    """Return what the watched client is answered while nobody else asks, and then amid the crowd."""
    alone = pool.submit(watch, port, seconds / 4).result()
    # What is planned for the first time is no measure of what comes after it.
    pool.submit(crowd, port, 1, seconds / 2).result()
    asking = pool.submit(crowd, port, clients, seconds + 2)
    time.sleep(1)
    watched = pool.submit(watch, port, seconds).result()
    return alone, Starved(watched, asking.result())


def lines(name: str, alone: Mapping[str, Rate], starved: Starved) -> list[str]:
    """Return what was measured as rows of a table."""
    refused, answered = starved.crowd.get(503, 0), starved.crowd.get(200, 0)
    others = starved.crowd.total() - refused - answered if isinstance(starved.crowd, Counter) else 0
    return [
        f"| {name} | {asked} | {_shown(alone[asked])} | {_shown(starved.watched[asked])} | "
        f"{answered} | {refused} | {others} |"
        for asked in WATCHED
    ]


HEAD = (
    "| program | asked | alone, p50 / p99 ms | amid the crowd, p50 / p99 ms | dear answers | refused with 503 | other |",
    "|---|---|---|---|---|---|---|",
)


def _shown(found: Rate) -> str:
    return f"{found.p50:.1f} / {found.p99:.1f}"


@click.command()
@click.option("--clients", default=CLIENTS, show_default=True, help="How many ask the dearest questions.")
@click.option("--seconds", default=SECONDS, show_default=True, help="For how long.")
@click.option("--before", "revision", metavar="REVISION", help="Measure an earlier revision after this one.")
@click.option("--port", type=int, help="Ask a wuji that serves jilin at this port already, and start none.")
def main(*, clients: int, seconds: float, revision: str | None, port: int | None) -> None:
    """Measure what one client is answered while many others ask the dearest questions of ``jilin``."""
    loading.hush()
    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), loading.hush))
        for text in HEAD:
            click.echo(text)
        if port is not None:
            click.echo("\n".join(lines(f"port {port}", *measure(pool, port, clients, seconds))))
            return
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wuji-bench-")))
        programs = {"now": NOW}
        if revision is not None:
            programs[f"before ({before.named(revision)})"] = stack.enter_context(before.program(revision))
        for place, (name, wuji) in enumerate(programs.items()):
            with ExitStack() as own:
                # Of its own, and gone before the next: what it holds of memory and still works at would count for both.
                server = own.enter_context(neo4j(scratch / f"neo4j-{place}"))
                seconds_of_seed(wuji, server, scratch / str(place))
                served, _ = own.enter_context(serving(wuji, server, scratch / str(place)))
                click.echo("\n".join(lines(name, *measure(pool, served, clients, seconds))))


if __name__ == "__main__":
    main()
