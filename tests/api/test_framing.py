"""What is no request, and what two programs could read differently: refused, closed, and one bounded line of the log each."""

import json
import logging
import re
import socket
from collections.abc import Iterator

import pytest
from fake_engine import REVISION, FakeEngine
from served import served

from api.app import create_app
from api.bounded_log import MAX_LINES
from api.framing import MAX_HEAD_BYTES
from api.headers import CAREFUL_HEADERS

REQUEST = b"GET /healthz/live HTTP/1.1\r\n"
HOST = b"Host: localhost\r\n"
BEGUN = REQUEST + HOST
MALFORMED = [
    BEGUN + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    BEGUN + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
    BEGUN + b"transfer-encoding:chunked\r\ncontent-length:0\r\n\r\n0\r\n\r\n",
    BEGUN + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
    BEGUN + b"Content-Length: 4, 5\r\n\r\nabcde",
    BEGUN + b"Content-Length: -1\r\n\r\n",
    BEGUN + b"Content-Length: +4\r\n\r\nabcd",
    BEGUN + b"Content-Length: 0x4\r\n\r\nabcd",
    BEGUN + b"Content-Length: 4_0\r\n\r\nabcd",
    BEGUN + b"Content-Length:\r\n\r\n",
    BEGUN + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    BEGUN + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    BEGUN + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    BEGUN + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    b"GET /healthz/live HTTP/1.0\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    BEGUN + b"X-Folded: a\r\n b\r\n\r\n",
    BEGUN + b"X-Folded: a\r\n\tContent-Length: 4\r\n\r\n",
    BEGUN + b" X-Leading: a\r\n\r\n",
    BEGUN + b"X: a\rContent-Length: 4\r\n\r\n",
    BEGUN + b"X: a\r\r\n\r\n",
    BEGUN + b"X: a\nContent-Length: 4\r\n\r\n",
    REQUEST.replace(b"\r", b"") + b"Host: localhost\n\n",
    BEGUN + b"X: a\n\r\n",
    BEGUN + b"X: a\x00b\r\n\r\n",
    BEGUN + b"X: \x1b[31mred\r\n\r\n",
    BEGUN + b"X : a\r\n\r\n",
    BEGUN + b": a\r\n\r\n",
    BEGUN + b"X\r\n\r\n",
    BEGUN + b"X\xff: a\r\n\r\n",
    b"GET /healthz/live HTTP/2.0\r\n" + HOST + b"\r\n",
    b"GET /healthz/live HTTP/0.9\r\n" + HOST + b"\r\n",
    b"GET /healthz/live\r\n" + HOST + b"\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET  /healthz/live HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET\t/healthz/live HTTP/1.1\r\n" + HOST + b"\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"\r\n" + BEGUN + b"\r\n",
    BEGUN + b"Host: localhost\r\n\r\n",
    REQUEST + b"\r\n",
]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with served(create_app(FakeEngine(REVISION))) as host:
        yield int(host.partition(":")[2])


def raw_answer(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("request_", MALFORMED)
def test_it_is_refused_and_the_connection_closed(port: int, request_: bytes) -> None:
    answer = raw_answer(port, request_)
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")

    assert status == "HTTP/1.1 400 Bad Request"
    headers = dict(line.split(": ", 1) for line in lines)
    assert headers.items() >= {name.lower(): value for name, value in CAREFUL_HEADERS.items()}.items()
    assert (headers["connection"], int(headers["content-length"])) == ("close", len(body))
    assert json.loads(body)["type"] == "urn:wuji:problem:malformed-http"


def test_each_byte_may_come_by_itself(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in BEGUN + b"Connection: close\r\n\r\n":
            connection.sendall(bytes([byte]))
        answer = b"".join(iter(lambda: connection.recv(65536), b""))

    assert answer.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "body", [b"Content-Length: 4\r\n\r\n\n\r\x00\x01", b"Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd"]
)
def test_a_body_may_hold_anything(port: int, body: bytes) -> None:
    answer = raw_answer(port, b"POST /v1/orgs HTTP/1.1\r\nConnection: close\r\n" + HOST + body)

    assert answer.startswith(b"HTTP/1.1 405")
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_longest_text_to_search_for_fits_and_a_longer_head_is_said_to_be_too_long(port: int) -> None:
    longest = b"GET /v1/search?q=" + b"%E7%AB%99" * 4_000 + b" HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n"
    assert raw_answer(port, longest).startswith(b"HTTP/1.1 200")
    for head in [
        b"GET /" + b"a" * (MAX_HEAD_BYTES + 1),
        BEGUN + b"X: " + b"a" * MAX_HEAD_BYTES + b"\r\n\r\n",
        BEGUN + b"X: a\r\n" * (MAX_HEAD_BYTES // 6) + b"\r\n",
    ]:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(head)
            assert connection.recv(65536).startswith(b"HTTP/1.1 431 Request Header Fields Too Large\r\n")


def test_the_log_says_who_sent_it_in_one_plain_line(caplog: pytest.LogCaptureFixture) -> None:
    # A server of its own: the lines of a minute are counted.
    with served(create_app(FakeEngine(REVISION))) as host, caplog.at_level(logging.WARNING):
        caplog.clear()
        raw_answer(int(host.partition(":")[2]), BEGUN + b"X: \x1b[31m\r\nERROR forged " + b"a" * 5_000 + b"\r\n\r\n")

    assert len(caplog.messages) == 1
    assert re.fullmatch(
        r"127\.0\.0\.1:\d+ sent a malformed request, which was refused: [ -~]{1,160}", caplog.messages[0]
    )
    assert all(record.exc_info is None for record in caplog.records)


def test_nobody_can_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with served(create_app(FakeEngine(REVISION))) as host, caplog.at_level(logging.WARNING):
        caplog.clear()
        for _ in range(3 * MAX_LINES):
            raw_answer(int(host.partition(":")[2]), b"\r\n\r\n")
            raw_answer(int(host.partition(":")[2]), BEGUN + b"Upgrade: websocket\r\nConnection: upgrade, close\r\n\r\n")

    assert len(caplog.messages) == MAX_LINES
