"""What was measured, as a page for people."""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version

import psutil

from bench.loading import ROUNDS, Loading
from bench.rates import Rate
from bench.searching import HEAD, TEXTS, Searched
from bench.searching import line as searched_line
from graph.server.artifacts import VERSION

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answered:
    """A question's rates by the number of connections, and how many statements answer it.

    ``before`` are an earlier revision's, empty when it was not asked or does not know the question.
    """

    name: str
    statements: int
    http: dict[int, Rate] = field(default_factory=dict[int, Rate])
    bare: dict[int, Rate] = field(default_factory=dict[int, Rate])
    constant: dict[int, Rate] = field(default_factory=dict[int, Rate])
    before: dict[int, Rate] = field(default_factory=dict[int, Rate])

    def share(self, connections: int) -> float:
        """What part of the bare driver's rate the API reaches."""
        return self.http[connections].per_second / self.bare[connections].per_second


@dataclass(frozen=True, slots=True)
class Memory:
    """What each process holds after all was asked, in bytes."""

    neo4j: int
    api: int


@dataclass(frozen=True, slots=True)
class Seeded:
    """How long ``wuji seed`` took, in seconds: now, and by the earlier revision."""

    now: float
    before: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """All of one run; ``revision`` is the earlier one measured beside this, ``load`` the machine's before.

    ``searched`` is this revision's, and then the earlier one's.
    """

    loading: Loading | None
    seeded: Seeded
    searched: list[Searched]
    answered: list[Answered]
    memory: Memory
    revision: str | None
    load: float


def line(answered: Answered, connections: Iterable[int], *, with_before: bool) -> str:
    """Return a question's rates as a row of the table."""
    cells = [answered.name, str(answered.statements)]
    for number in connections:
        cells += [_shown(answered.http[number]), _shown(answered.bare[number]), f"{answered.share(number):.2f}"]
        if with_before:
            cells.append(_shown(answered.before[number]) if number in answered.before else "–")
        cells.append(f"{answered.constant[number].per_second:,.0f}")
    return "| " + " | ".join(cells) + " |"


def report(measured: Measured) -> str:
    """Return the page."""
    return "\n".join(
        [*_head(measured), *_loading(measured), *_searches(measured), *_answers(measured), *_memory(measured), ""]
    )


def _head(measured: Measured) -> list[str]:
    return [
        "# How fast it is",
        "",
        "Made by `just bench`, all in one run: what is compared was measured in turn, within seconds of each other.",
        "",
        f"- Date: {date.today()}",
        (
            f"- Machine: {platform.machine()}, {os.cpu_count()} cores, {psutil.virtual_memory().total // 1024**3} GiB, "
            f"{platform.system()} {platform.release()}; load over the minute before {measured.load:.1f}"
        ),
        (
            f"- Python {platform.python_version()}, neo4j {version('neo4j')}, neo4j-rust-ext {version('neo4j-rust-ext')}, "
            f"FastAPI {version('fastapi')}, uvicorn {version('uvicorn')}, pydantic {version('pydantic')}, "
            f"Neo4j {VERSION}"
        ),
        "",
    ]


def _loading(measured: Measured) -> list[str]:
    loading = measured.loading
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
        (
            f"`wuji seed` from the shell, its start and the opening included, took {measured.seeded.now:.1f} s{_earlier(measured)}. "
            f"The loader's process held {loading.memory // _MIB} MiB at its highest."
        ),
        "",
    ]


def _earlier(measured: Measured) -> str:
    before = measured.seeded.before
    return "" if before is None else f"; that of {measured.revision} took {before:.1f} s in the same run"


def _searches(measured: Measured) -> list[str]:
    return [
        "## Searching",
        "",
        (
            f"{len(TEXTS)} texts (names and parts of them, single characters, pinyin, initials, ids, addresses, what is nowhere), "
            "asked over HTTP by one client, one after the other: once on a graph just loaded, and then again and again."
        ),
        "",
        *HEAD,
        *map(searched_line, ("now", f"before ({measured.revision})"), measured.searched),
        "",
    ]


def _answers(measured: Measured) -> list[str]:
    answered, revision = measured.answered, measured.revision
    head, rule = "| question | statements |", "|---|---|"
    for connections in answered[0].http:
        earlier = "" if revision is None else f" before ({revision}), {connections} |"
        head += f" HTTP, {connections} | bare driver, {connections} | share |{earlier} constant answer, {connections} |"
        rule += "---|---|---|---|" + ("" if revision is None else "---|")
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
        *[line(one, one.http, with_before=revision is not None) for one in answered],
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
