"""``wuji serve`` on a Neo4j that is not there yet."""

import asyncio
import http.client
import json
import signal
import subprocess
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from graph.engines import Engine
from graph.engines.address import Address
from tests.cli.commands import command, wuji_environment
from tests.ports import free_ports


@contextmanager
def forwarding(port: int, address: Address) -> Generator[None]:
    """Make the suite's Neo4j answer at another port for the length of a block."""
    place, begun, ended = urlsplit(address.uri), threading.Event(), threading.Event()

    async def copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            target.write(data)
            await target.drain()

    async def forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(place.hostname, place.port)
        try:
            ways = {asyncio.ensure_future(copy(reader, back)), asyncio.ensure_future(copy(there, writer))}
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            back.close()
            writer.close()

    async def serve() -> None:
        async with await asyncio.start_server(forward, "127.0.0.1", port):
            begun.set()
            await asyncio.to_thread(ended.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        assert begun.wait(60)
        yield
    finally:
        ended.set()
        thread.join()


def begun(folder: Path, port: int, password: str, *, api: int | None = None) -> subprocess.Popen[str]:
    settings = {
        "WUJI_PORT": str(api or next(free_ports(18280))),
        "WUJI_NEO4J_URI": f"bolt://127.0.0.1:{port}",
        "WUJI_NEO4J_PASSWORD": password,
    }
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command("serve"), env=wuji_environment(folder, **settings), stdout=pipe, stderr=pipe, encoding="utf-8"
    )


def waiting(serving: subprocess.Popen[str]) -> str:
    assert serving.stderr is not None
    return next(line for line in serving.stderr if line.startswith("Waiting for Neo4j at bolt://127.0.0.1:"))


class Answered(NamedTuple):
    status: int
    again: str | None
    body: Any


def ask(api: int, target: str) -> Answered:
    connection = http.client.HTTPConnection("127.0.0.1", api, timeout=60)
    connection.request("GET", target)
    answer = connection.getresponse()
    answered = Answered(answer.status, answer.headers["retry-after"], json.loads(answer.read()))
    connection.close()
    return answered


def test_a_neo4j_that_comes_later_is_waited_for_and_the_api_says_so_meanwhile(
    mini: Engine, address: Address, tmp_path: Path
) -> None:
    assert mini
    port, api = next(free_ports(18290)), next(free_ports(18280))
    with begun(tmp_path, port, address.password, api=api) as serving:
        assert waiting(serving)
        assert ask(api, "/healthz/live") == (200, None, {"status": "live"})
        assert ask(api, "/openapi.json").status == 200
        for target in ["/healthz/ready", "/v1/orgs", "/v1/orgs/D1", "/v1/search?q=x", "/v1/reconcile"]:
            status, again, problem = ask(api, target)
            assert (status, problem["type"]) == (503, "urn:wuji:problem:unavailable"), target
            assert again is not None
            assert problem["detail"].startswith("wuji is starting: Neo4j does not answer yet")
        with forwarding(port, address):
            assert serving.stdout is not None
            assert serving.stdout.readline().startswith("wuji answers at")
            assert ask(api, "/healthz/ready").status == 200
            assert ask(api, "/v1/orgs").body["total"] == 339
            serving.terminate()
            _, errors = serving.communicate(timeout=60)
    # Whoever asks again and again fills no log.
    assert "ERROR" not in errors
    assert serving.returncode == 143


def test_ctrl_c_ends_the_waiting(tmp_path: Path) -> None:
    with begun(tmp_path, next(free_ports(18290)), "any") as serving:
        assert waiting(serving)
        serving.send_signal(signal.SIGINT)
        _, errors = serving.communicate(timeout=60)
    assert serving.returncode == 130
    assert "Traceback" not in errors


def test_a_wrong_password_is_not_waited_for(address: Address, tmp_path: Path) -> None:
    port = urlsplit(address.uri).port
    assert port is not None
    with begun(tmp_path, port, "not the password") as serving:
        _, errors = serving.communicate(timeout=120)
    assert serving.returncode == 1
    assert "refused the user or the password" in errors
