"""How long a search takes: varied texts, asked by one client, one after the other; ``just bench-search`` asks no more."""

import http.client
import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import click

from bench import before, loading
from bench.rates import Rate, rate
from bench.serving import NOW, neo4j, seconds_of_seed, serving

ROUNDS = 12
LATE = 24
"""Rounds after which a server counts as one that has been asked for a while."""
TEXTS = (
    *("站前", "站前社区", "新华社区", "吉林市公安局昌邑分局", "党支部", "三网格", "第三网格"),
    *("社", "一", "1", "z", "zq", "zqsq", "cysq"),
    *("zhanqian", "zhanqianshequ", "zhan qian she qu", "chaoyang", "xian", "lvyuan"),
    *("220202006001", "D220202006001", "2202020060", "U0014", "A061"),
    *("齉", "zzzzzz", "不存在的名字", "no such thing at all", "网格化治理的一个很长很长的查询文本"),
    *(
        "站钱社区",
        "站社前区",
        "站前前社区",
        "zhanqain",
        "zhanjianshequ",
        "新木社区",
        "昌邑区站钱街道",
        "站前街道新化社区第二网格",
    ),
    *("站前社区3号网格2栋1单元", "吉林市昌邑区站前街道新华社区第二网格", "站前街道 新华 2号楼", "新华街道 站前 2号楼"),
    *("吉林省吉林市昌邑区站前街道新华社区", "高新街道园艺社区", "昌邑站前新华", "新华社区居委会", "站前街道办事处"),
    *(
        "新华社区长白小区1号楼2单元 301室",
        "长白小区1-2-301",
        "132001 吉林省吉林市昌邑区解放大路108号（站前街道）新华社区北侧",
    ),
    *("昌邑区站前街道新华社区喜洋洋小区3号楼", "沈阳市站前街道"),
)
"""Names, parts of them, single characters, initials, pinyin, ids, what is nowhere, what is near, addresses."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The rate of the first answer to each text, of those in the rounds after, and once it has been asked for a while."""

    first: Rate
    warm: Rate
    late: Rate


def ask(ports: Sequence[int], rounds: int) -> list[Searched]:
    """Return how fast each server answers, asked in turn text by text over one connection each."""
    clients = [http.client.HTTPConnection("127.0.0.1", port) for port in ports]
    firsts = _asked(clients, 1)
    warm = _asked(clients, rounds)
    _asked(clients, LATE)
    late = _asked(clients, rounds)
    for client in clients:
        client.close()
    measured = zip(firsts, warm, late, strict=True)
    return [Searched(*(rate(taken, sum(taken)) for taken in each)) for each in measured]


def line(name: str, searched: Searched) -> str:
    """Return what was measured as a row of a table."""
    return f"| {name} | {_shown(searched.first)} | {_shown(searched.warm)} | {_shown(searched.late)} |"


def _shown(found: Rate) -> str:
    return f"{found.p50:.1f} / {found.p99:.1f}"


HEAD = ("| program | first round, p50 / p99 ms | the rounds after | after some minutes |", "|---|---|---|---|")


def _asked(clients: Sequence[http.client.HTTPConnection], rounds: int) -> list[list[float]]:
    latencies: list[list[float]] = [[] for _ in clients]
    for _ in range(rounds):
        for text in TEXTS:
            for client, taken in zip(clients, latencies, strict=True):
                taken.append(_seconds(client, text))
    return latencies


def _seconds(client: http.client.HTTPConnection, text: str) -> float:
    began = time.perf_counter()
    client.request("GET", f"/v1/search?q={quote(text)}")
    answer = client.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"The server answered {text!r} with {answer.status}: {body[:200]!r}")
    return time.perf_counter() - began


@click.command()
@click.option("--rounds", default=ROUNDS, show_default=True, help="How often each text is asked, after the first time.")
@click.option("--before", "revision", metavar="REVISION", help="Measure an earlier revision beside this one.")
def main(*, rounds: int, revision: str | None) -> None:
    """Measure the search alone, each revision on a Neo4j of its own that ``jilin`` was just loaded into."""
    loading.hush()
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wuji-bench-")))
        programs = {"now": NOW}
        if revision is not None:
            programs[f"before ({before.named(revision)})"] = stack.enter_context(before.program(revision))
        ports: list[int] = []
        for place, wuji in enumerate(programs.values()):
            server = stack.enter_context(neo4j(scratch / f"neo4j-{place}"))
            seconds_of_seed(wuji, server, scratch / str(place))
            ports.append(stack.enter_context(serving(wuji, server, scratch / str(place)))[0])
        pool = stack.enter_context(ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), loading.hush))
        searched = pool.submit(ask, ports, rounds).result()
    for text in (*HEAD, *map(line, programs, searched)):
        click.echo(text)


if __name__ == "__main__":
    main()
