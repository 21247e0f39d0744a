"""Serving over a real socket: the port first, an end without broken answers, and what never reaches a route."""

import asyncio
import http.client
import json
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from served import served

from api.app import create_app
from api.errors import ListenError
from api.protocol import HttpProtocol
from api.serving import listening_socket
from cypher import Statement
from graph.engines import Parameters, Record

KEEP_ALIVE_SECONDS = 5

# A program that serves an engine which takes its time over a reckoning, and says when it began and when it is done.
PROGRAM = """
    import signal, sys, time
    sys.path.insert(0, {here!r})
    from fake_engine import REVISION, FakeEngine
    from api.app import create_app
    from api.serving import listening_socket, serving
    from cli.interrupts import noted_interrupts

    class Slow(FakeEngine):
        def read(self, statement, parameters):
            if statement.name == "data_set/figures":
                print("asked", flush=True)
                time.sleep(1)
            return super().read(statement, parameters)

    listener = listening_socket(host="127.0.0.1", port=0)
    print(listener.getsockname()[1], flush=True)
    with serving(lambda: create_app(Slow(REVISION)), listener) as begun, noted_interrupts() as told:
        number = begun.wait(told)
    print(signal.Signals(number).name, flush=True)
"""


@pytest.fixture
def program() -> Iterator[subprocess.Popen[str]]:
    """A program that serves; its first line is its port."""
    text = textwrap.dedent(PROGRAM).format(here=str(Path(__file__).parent))
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", text], stdout=pipe, stderr=pipe, text=True) as program:
        yield program
        program.kill()


def line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_a_port_in_use_is_said_in_a_sentence_that_names_the_setting() -> None:
    with listening_socket(host="127.0.0.1", port=0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ListenError, match=f"Port {port} on 127.0.0.1 is in use.* WUJI_PORT"):
            listening_socket(host="127.0.0.1", port=port)


def test_an_address_of_another_machine_is_said_in_a_sentence() -> None:
    with pytest.raises(ListenError, match="cannot listen on 192.0.2.1:.* WUJI_HOST"):
        listening_socket(host="192.0.2.1", port=0)
    with pytest.raises(ListenError, match="WUJI_HOST=no such host"):
        listening_socket(host="no such host", port=0)


def test_a_port_just_given_back_can_be_taken_again() -> None:
    with listening_socket(host="127.0.0.1", port=0) as first:
        port = first.getsockname()[1]
        caller = socket.create_connection(("127.0.0.1", port))
        answerer, _ = wait_for_call(first)
    # The side that closes first keeps the port waiting a while.
    answerer.close()
    caller.close()

    listening_socket(host="127.0.0.1", port=port).close()


def test_answers_are_not_held_back_for_an_acknowledgement() -> None:
    with listening_socket(host="127.0.0.1", port=0) as listener:
        # What asyncio looks at before it sets TCP_NODELAY.
        assert listener.proto == socket.IPPROTO_TCP


def wait_for_call(listener: socket.socket) -> tuple[socket.socket, object]:
    listener.setblocking(True)
    return listener.accept()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_finishes_the_requests_at_hand(program: subprocess.Popen[str], number: signal.Signals) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", int(line(program)))
    connection.request("GET", "/v1/reconcile")
    assert line(program) == "asked"
    program.send_signal(number)

    response = connection.getresponse()
    assert response.status == 200
    assert response.read() == b'{"items":[],"total":0,"next_page_token":null}'
    connection.close()
    said, complaints = program.communicate()
    assert (said.strip(), complaints, program.returncode) == (number.name, "", 0)


def raw_answer(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_what_is_no_request_is_refused_and_the_next_is_answered(program: subprocess.Popen[str]) -> None:
    port = int(line(program))
    end = b"Host: x\r\nConnection: close\r\n\r\n"

    assert raw_answer(port, b"GET /v1/orgs/" + b"a" * 10_000 + b" HTTP/1.1\r\n" + end).startswith(b"HTTP/1.1 404")
    for request in [
        "GET /v1/orgs?q=站前 HTTP/1.1\r\n".encode() + end,
        b"GET /v1/orgs/\xff HTTP/1.1\r\n" + end,
        b"GET /v1/orgs?q=a b HTTP/1.1\r\n" + end,
        b"nonsense\r\n\r\n",
        b"GET /v1/orgs HTTP/1.1\r\nConnection: close\r\n\r\n",
    ]:
        head, body = raw_answer(port, request).split(b"\r\n\r\n")
        status, *headers = head.lower().split(b"\r\n")
        assert status == b"http/1.1 400 bad request"
        assert {b"content-type: application/problem+json", b"connection: close"} <= set(headers)
        assert f"content-length: {len(body)}".encode() in headers
        problem = json.loads(body)
        assert set(problem) == {"type", "title", "status", "detail", "instance"}
        assert (problem["type"], problem["status"]) == ("urn:wuji:problem:malformed-http", 400)
        assert "--data-urlencode" in problem["detail"]
    assert raw_answer(port, b"GET /healthz/live HTTP/1.1\r\n" + end).endswith(b'{"status":"live"}')


def test_what_turns_malformed_amid_its_answer_gets_no_second_one() -> None:
    app = FastAPI()

    async def endless() -> AsyncIterator[bytes]:
        yield b"begun"
        await asyncio.Event().wait()

    @app.get("/")
    async def answer() -> StreamingResponse:  # pyright: ignore[reportUnusedFunction] - the route of this test
        return StreamingResponse(endless())

    with served(app) as host, socket.create_connection(("127.0.0.1", int(host.partition(":")[2]))) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        answered = b""
        while b"begun" not in answered:
            answered += connection.recv(65536)
        connection.sendall(b"no length\r\n")
        rest = b"".join(iter(lambda: connection.recv(65536), b""))

    assert answered.count(b"HTTP/1.1") == 1
    assert b"HTTP/1.1" not in rest


class ImpatientProtocol(HttpProtocol):
    request_seconds = 0.2


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET /healthz/live HTTP/1.1\r\n",
        b"GET /healthz/live HTTP/1.1\r\nHost: x\r\n\r\nGET /he",
        b"POST /healthz/live HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc",
    ],
)
def test_a_request_that_does_not_arrive_whole_in_time_is_given_up(begun: bytes) -> None:
    with served(create_app(FakeEngine(REVISION)), ImpatientProtocol) as host:
        connection = socket.create_connection(("127.0.0.1", int(host.partition(":")[2])), timeout=30)
        began = time.monotonic()
        with connection:
            connection.sendall(begun)
            answered = b"".join(iter(lambda: connection.recv(65536), b""))

        assert answered.count(b"HTTP/1.1 ") == begun.count(b"\r\n\r\n")
        # Before a connection that said nothing more after its answer would be closed anyhow.
        assert time.monotonic() - began < KEEP_ALIVE_SECONDS


def test_an_answer_may_take_longer_than_a_request() -> None:
    class Slow(FakeEngine):
        def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
            threading.Event().wait(3 * ImpatientProtocol.request_seconds)
            return super().read(statement, parameters)

    with served(create_app(Slow(REVISION)), ImpatientProtocol) as host:
        connection = http.client.HTTPConnection(host)
        connection.request("GET", "/v1/reconcile")
        assert connection.getresponse().status == 200
        connection.close()


def test_a_wish_to_speak_websocket_is_answered_as_http(program: subprocess.Popen[str]) -> None:
    wish = b"Host: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n"

    answer = raw_answer(int(line(program)), b"GET /v1/nothing HTTP/1.1\r\n" + wish)
    assert answer.startswith(b"HTTP/1.1 404")
