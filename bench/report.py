"""What was measured, as a page for people."""

import os
import platform
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

import psutil

from bench.loading import ROUNDS, Loading
from bench.rates import Rate
from graph.server.artifacts import VERSION

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answered:
    """A question's rates by the number of connections, and how many statements answer it."""

    name: str
    statements: int
    http: dict[int, Rate]
    bare: dict[int, Rate]
    constant: dict[int, Rate]

    def share(self, connections: int) -> float:
        """What part of the bare driver's rate the API reaches."""
        return self.http[connections].per_second / self.bare[connections].per_second


@dataclass(frozen=True, slots=True)
class Memory:
    """What each process holds after all was asked, in bytes."""

    neo4j: int
    api: int


@dataclass(frozen=True, slots=True)
class Measured:
    """All of one run."""

    loading: Loading | None
    answered: list[Answered]
    memory: Memory


def line(answered: Answered) -> str:
    """Return a question's rates as a row of the table."""
    cells = [answered.name, str(answered.statements)]
    for connections, http in answered.http.items():
        bare, constant = answered.bare[connections], answered.constant[connections]
        cells += [_shown(http), _shown(bare), f"{answered.share(connections):.2f}", f"{constant.per_second:,.0f}"]
    return "| " + " | ".join(cells) + " |"


def report(measured: Measured) -> str:
    """Return the page."""
    return "\n".join([*_head(), *_loading(measured.loading), *_answers(measured.answered), *_memory(measured), ""])


def _head() -> list[str]:
    return [
        "# How fast it is",
        "",
        "Made by `just bench`, all in one run: what is compared was measured in turn, within seconds of each other.",
        "",
        f"- Date: {date.today()}",
        (
            f"- Machine: {platform.machine()}, {os.cpu_count()} cores, {psutil.virtual_memory().total // 1024**3} GiB, "
            f"{platform.system()} {platform.release()}; load over the last minute {os.getloadavg()[0]:.1f}"
        ),
        (
            f"- Python {platform.python_version()}, neo4j {version('neo4j')}, neo4j-rust-ext {version('neo4j-rust-ext')}, "
            f"FastAPI {version('fastapi')}, uvicorn {version('uvicorn')}, pydantic {version('pydantic')}, "
            f"Neo4j {VERSION}"
        ),
        "",
    ]


def _loading(loading: Loading | None) -> list[str]:
    if loading is None:
        return []
    ours, bare = loading.rows / loading.loader_seconds, loading.rows / loading.bare_seconds
    return [
        "## Loading",
        "",
        (
            f"`jilin` into an emptied graph, {loading.rows:,} rows. The bare loop is the official driver writing the same "
            "rows and the same changes in the same transactions, with a plain statement for each label and type, and nothing "
            f"compared or checked. The median of {ROUNDS} rounds each, in turn. Opening the data set, which reads and checks "
            f"its files, took another {loading.opening_seconds:.1f} s."
        ),
        "",
        "| | rows a second | seconds |",
        "|---|---|---|",
        f"| the loader | {ours:,.0f} | {loading.loader_seconds:.1f} |",
        f"| the bare loop | {bare:,.0f} | {loading.bare_seconds:.1f} |",
        f"| the loader's share | {ours / bare:.2f} | |",
        "",
        f"The loader's process held {loading.memory // _MIB} MiB at its highest.",
        "",
    ]


def _answers(answered: list[Answered]) -> list[str]:
    head, rule = "| question | statements |", "|---|---|"
    for connections in answered[0].http:
        head += f" HTTP, {connections} | bare driver, {connections} | share | constant answer, {connections} |"
        rule += "---|---|---|---|"
    return [
        "## Answering",
        "",
        (
            "Requests a second over HTTP from one worker process, at 1 and at 16 connections, and (p50 / p99) milliseconds an "
            "answer. Beside each: the official driver alone, in a process of its own with as many threads, sending the same "
            "statements with `execute_query`; and an answer of the same server that asks nobody, `/healthz/live`. Client, "
            "server and Neo4j share the machine. Nothing is cached: every answer is read from Neo4j."
        ),
        "",
        head,
        rule,
        *map(line, answered),
        "",
    ]


def _memory(measured: Measured) -> list[str]:
    return [
        "## Memory",
        "",
        "| process | MiB resident, after all was asked |",
        "|---|---|",
        f"| Neo4j | {measured.memory.neo4j // _MIB} |",
        f"| the API | {measured.memory.api // _MIB} |",
        "",
    ]


def _shown(rate: Rate) -> str:
    return f"{rate.per_second:,.0f} ({rate.p50:.1f} / {rate.p99:.1f})"
