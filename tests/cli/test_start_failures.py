"""What stops a command at its start, each said in words that help."""

import contextlib
import socket
import threading
from collections.abc import Generator

import pytest

from tests.cli.commands import Wuji


def said(completed: object) -> str:
    text = getattr(completed, "stderr", "")
    assert getattr(completed, "returncode", 0) == 1
    assert "Traceback" not in text
    return text


@contextlib.contextmanager
def listening() -> Generator[tuple[socket.socket, int]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener, listener.getsockname()[1]


@pytest.mark.parametrize("arguments", [("serve",), ("up", "--dataset", "mini")])
def test_the_api_port_in_use(wuji: Wuji, arguments: tuple[str, ...]) -> None:
    with listening() as (_, port):
        text = said(wuji(*arguments, WUJI_PORT=str(port)))
    assert f"Port {port}" in text
    assert "WUJI_PORT" in text


def test_a_wrong_password(wuji: Wuji, own: dict[str, str]) -> None:
    text = said(wuji("seed", "--dataset", "mini", **{**own, "WUJI_NEO4J_PASSWORD": "not-it"}))
    assert "refused the user or the password" in text
    assert "WUJI_NEO4J_PASSWORD" in text


def test_a_neo4j_that_is_not_there(wuji: Wuji) -> None:
    with listening() as (_, port):
        pass
    text = said(wuji("reconcile", WUJI_NEO4J_URI=f"bolt://127.0.0.1:{port}", WUJI_NEO4J_PASSWORD="x"))
    assert f"127.0.0.1:{port} cannot be reached" in text


def test_a_database_that_is_not_there(wuji: Wuji, own: dict[str, str]) -> None:
    assert "WUJI_NEO4J_DATABASE" in said(wuji("reconcile", **{**own, "WUJI_NEO4J_DATABASE": "nowhere"}))


def test_an_address_without_a_password(wuji: Wuji) -> None:
    text = said(wuji("reconcile", WUJI_NEO4J_URI="bolt://127.0.0.1:1"))
    assert "WUJI_NEO4J_PASSWORD" in text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WUJI_NEO4J_URI", "http://127.0.0.1:7474"),
        ("WUJI_PORT", "eight thousand"),
        ("WUJI_PORT", "70000"),
        ("WUJI_BOLT_PORT", "0"),
    ],
)
def test_a_setting_that_cannot_be_used(wuji: Wuji, name: str, value: str) -> None:
    text = said(wuji("status", **{name: value}))
    assert name in text
    assert value in text


def test_a_server_older_than_the_oldest(wuji: Wuji) -> None:
    with bolt_server("Neo4j/5.25.1") as port:
        text = said(wuji("reconcile", WUJI_NEO4J_URI=f"bolt://127.0.0.1:{port}", WUJI_NEO4J_PASSWORD="x"))
    assert "Neo4j/5.25.1" in text
    assert "5.26 or newer" in text


def test_a_server_that_is_not_neo4j(wuji: Wuji) -> None:
    with bolt_server("Memgraph/3.0.0") as port:
        text = said(wuji("reconcile", WUJI_NEO4J_URI=f"bolt://127.0.0.1:{port}", WUJI_NEO4J_PASSWORD="x"))
    assert "Memgraph/3.0.0" in text
    assert "not Neo4j" in text


@contextlib.contextmanager
def bolt_server(agent: str) -> Generator[int]:
    """Listen as a Bolt 5.0 server that calls itself so and says yes to all: what a sign-in takes."""
    with listening() as (listener, port):
        thread = threading.Thread(target=_welcome, args=(listener, agent), daemon=True)
        thread.start()
        yield port


def _welcome(listener: socket.socket, agent: str) -> None:
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        with client, contextlib.suppress(ConnectionError):
            client.recv(20)
            client.sendall(b"\x00\x00\x00\x05")
            while client.recv(65536):
                client.sendall(_success({"server": agent, "connection_id": "bolt-1"}))


def _success(facts: dict[str, str]) -> bytes:
    """A SUCCESS message in PackStream, in one chunk."""

    def string(text: str) -> bytes:
        return b"\xd0" + bytes([len(text)]) + text.encode()

    body = b"\xb1\x70" + bytes([0xA0 + len(facts)]) + b"".join(string(k) + string(v) for k, v in facts.items())
    return len(body).to_bytes(2, "big") + body + b"\x00\x00"
