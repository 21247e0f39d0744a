"""Nobody wears the server out: not by connections, nor by requests that do not end, nor by answers that are not read."""

import http.client
import json
import logging
import os
import socket
import subprocess
import sys
import textwrap
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi import FastAPI, Response
from served import served

from api.app import create_app
from api.headers import CAREFUL_HEADERS
from api.protocol import HttpProtocol
from cypher import Statement
from graph.engines import Parameters, Record

ASKED = b"GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
LARGE = 32 * 1024 * 1024


MOST = 10


class SmallCrowd(HttpProtocol):
    most_connections = MOST
    most_each = MOST


class TinyCrowd(HttpProtocol):
    most_connections = 3
    most_each = 3


class SharedCrowd(HttpProtocol):
    most_connections = MOST


class ImpatientReading(HttpProtocol):
    reading_seconds = 0.3


class LittleHeld(HttpProtocol):
    unread_bytes = LARGE * 3 // 2


def connected(stack: ExitStack, host: str, client: str = "127.0.0.1") -> socket.socket:
    name, _, port = host.partition(":")
    return stack.enter_context(socket.create_connection((name, int(port)), timeout=30, source_address=(client, 0)))


def first_line(connection: socket.socket) -> bytes:
    return connection.recv(65536).partition(b"\r\n")[0]


def test_whoever_waited_longest_makes_room() -> None:
    with served(create_app(FakeEngine(REVISION)), SmallCrowd) as host, ExitStack() as stack:
        crowd = [connected(stack, host) for _ in range(4 * MOST)]
        # Each of these also came in time: its request came with it.
        late = connected(stack, host)
        late.sendall(ASKED)
        assert first_line(late) == b"HTTP/1.1 200 OK"
        crowd[-1].sendall(ASKED)
        assert first_line(crowd[-1]) == b"HTTP/1.1 200 OK"

        assert closed(crowd[0])


def closed(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


class Held(FakeEngine):
    """Answers a statement of that name when it is let."""

    def __init__(self, held: str) -> None:
        super().__init__(REVISION)
        self.held = held
        self.asked_for = threading.Semaphore(0)
        self.let = threading.Event()

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        if statement.name == self.held:
            self.asked_for.release()
            self.let.wait()
        return super().read(statement, parameters)


def test_when_all_have_a_request_at_hand_another_is_told_to_come_back_and_health_answers(
    caplog: pytest.LogCaptureFixture,
) -> None:
    engine = Held("entities/record")
    with served(create_app(engine), TinyCrowd) as host, ExitStack() as stack:
        stack.callback(engine.let.set)
        busy = [connected(stack, host) for _ in range(2)]
        for connection in busy:
            connection.sendall(b"GET /v1/orgs/NOPE HTTP/1.1\r\nHost: localhost\r\n\r\n")
            engine.asked_for.acquire()
        another = http.client.HTTPConnection(host)
        another.request("GET", "/v1/orgs/NOPE")
        refused = another.getresponse()
        problem = json.loads(refused.read())
        another.request("GET", "/healthz/live")
        assert another.getresponse().status == 200
        another.close()
        engine.let.set()
        assert [first_line(connection) for connection in busy] == [b"HTTP/1.1 404 Not Found"] * 2

    assert (refused.status, problem["type"]) == (503, "urn:wuji:problem:too-many-requests-at-hand")
    assert int(refused.headers["retry-after"]) > 0
    assert refused.headers["connection"] == "close"
    assert all(refused.headers.get_all(name) == [value] for name, value in CAREFUL_HEADERS.items())
    assert len([message for message in caplog.messages if "too much at hand" in message]) == 1


def status(host: str, target: str, client: str) -> int:
    connection = http.client.HTTPConnection(host, source_address=(client, 0), timeout=30)
    connection.request("GET", target)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def test_one_address_with_all_its_requests_at_hand_leaves_room_for_others_and_for_health() -> None:
    engine = Held("entities/record")
    with served(create_app(engine), SharedCrowd) as host, ExitStack() as stack:
        stack.callback(engine.let.set)
        for _ in range(MOST // 2 - 1):
            connected(stack, host).sendall(b"GET /v1/orgs/NOPE HTTP/1.1\r\nHost: localhost\r\n\r\n")
            engine.asked_for.acquire()
        assert status(host, "/openapi.json", "127.0.0.1") == 503
        assert status(host, "/healthz/live", "127.0.0.1") == 200
        assert status(host, "/openapi.json", "127.0.0.2") == 200


def test_one_address_that_opens_more_than_its_share_loses_its_own_and_nobody_elses() -> None:
    with served(create_app(FakeEngine(REVISION)), SharedCrowd) as host, ExitStack() as stack:
        others = [connected(stack, host, "127.0.0.2") for _ in range(3)]
        crowd = [connected(stack, host) for _ in range(4 * MOST)]
        for connection in [*others, crowd[-1]]:
            connection.sendall(ASKED)
            assert first_line(connection) == b"HTTP/1.1 200 OK"
        assert closed(crowd[0])


@pytest.fixture
def large() -> FastAPI:
    app = FastAPI()

    @app.get("/large")
    async def answer() -> Response:  # pyright: ignore[reportUnusedFunction] - the route of this test
        return Response(b"a" * LARGE)

    return app


def ask_large(connection: socket.socket) -> None:
    connection.sendall(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert connection.recv(1) == b"H"


def taken(connection: socket.socket) -> int:
    """Return how much comes before the end, which may be abrupt."""
    count = 0
    try:
        while received := len(connection.recv(1024 * 1024)):
            count += received
    except ConnectionResetError:
        pass
    return count


def test_who_does_not_read_is_dropped(large: FastAPI) -> None:
    dropped = threading.Event()

    class Told(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "did not take in its answer" in record.getMessage():
                dropped.set()

    handler = Told()
    logging.getLogger("wuji.http").addHandler(handler)
    with served(large, ImpatientReading) as host, ExitStack() as stack:
        connection = connected(stack, host)
        ask_large(connection)
        assert dropped.wait(30)
        assert taken(connection) < LARGE
    logging.getLogger("wuji.http").removeHandler(handler)


def test_who_reads_gets_all_of_it_even_beside_those_who_do_not(large: FastAPI) -> None:
    with served(large, ImpatientReading) as host, ExitStack() as stack:
        idle, reader = connected(stack, host), connected(stack, host)
        ask_large(idle)
        ask_large(reader)
        assert taken(reader) > LARGE
        assert taken(idle) < LARGE


def test_what_waits_to_be_read_is_bounded_in_all(large: FastAPI) -> None:
    with served(large, LittleHeld) as host, ExitStack() as stack:
        first, second = connected(stack, host), connected(stack, host)
        ask_large(first)
        ask_large(second)
        assert taken(first) < LARGE
        assert taken(second) > LARGE


# A program that serves under a limit of files that it cannot raise, and says its port.
PROGRAM = """
    import logging, resource, sys
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))
    sys.path.insert(0, {here!r})
    from fake_engine import REVISION, FakeEngine
    from api.app import create_app
    from api.serving import listening_socket, serving
    from cli.interrupts import noted_interrupts
    logging.basicConfig(level=logging.INFO)
    listener = listening_socket(host="127.0.0.1", port=0)
    print(listener.getsockname()[1], flush=True)
    with serving(lambda: create_app(FakeEngine(REVISION)), listener) as begun, noted_interrupts() as told:
        begun.wait(told)
"""


def test_more_connections_than_files_are_no_failure() -> None:
    text = textwrap.dedent(PROGRAM).format(here=str(Path(__file__).parent))
    pipe = subprocess.PIPE
    with (
        subprocess.Popen([sys.executable, "-c", text], stdout=pipe, stderr=pipe, text=True) as program,
        ExitStack() as stack,
    ):
        stack.callback(program.kill)
        assert program.stdout is not None
        host = f"127.0.0.1:{program.stdout.readline().strip()}"
        for _ in range(500):
            connected(stack, host).sendall(b"GET /healthz/li")
        last = connected(stack, host)
        last.sendall(ASKED)
        assert first_line(last) == b"HTTP/1.1 200 OK"
        assert len(os.listdir(f"/proc/{program.pid}/fd")) < 100
        program.terminate()
        _, errors = program.communicate(timeout=60)

    assert "accept" not in errors
    assert len(errors.splitlines()) < 30
