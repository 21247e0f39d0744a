"""A Host that is not ours is refused, so that a page of another name cannot read the graph through somebody's browser."""

import http.client
import socket
from functools import cache

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient
from served import served

from api.app import create_app
from api.headers import CAREFUL_HEADERS
from api.hosts import OwnHosts, own_hosts

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a Host, bound by nobody
LOOPBACK = own_hosts("127.0.0.1", [])
OURS = [
    "localhost",
    "localhost:8000",
    "LocalHost:1",
    "localhost.",
    "localhost:",
    "127.0.0.1",
    "127.0.0.1:8000",
    "127.0.0.2:8000",
    "[::1]",
    "[::1]:8000",
    "[0:0:0:0:0:0:0:1]:8000",
    "[::ffff:127.0.0.1]",
]
FOREIGN = [
    "",
    "evil.example",
    "evil.example:8000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.localhost",
    "notlocalhost",
    "localhost..",
    "user@localhost",
    "localhost@evil.example",
    "localhost, evil.example",
    "localhost/evil.example",
    "localhost:8000:8000",
    "localhost:http",
    "127.1",
    "2130706433",
    EVERYWHERE,
    "[::]",
    "::1",
    "[::1",
    "[::1]evil",
    "192.0.2.1",
    "*",
    "xn--fiqs8s",
    "站前",
]


@cache
def client_of(own: OwnHosts) -> TestClient:
    return TestClient(create_app(FakeEngine(REVISION), hosts=own))


def answered(host: str, own: OwnHosts = LOOPBACK, *, path: str = "/healthz/live") -> int:
    return client_of(own).get(path, headers=[(b"Host", host.encode())]).status_code


@pytest.mark.parametrize("host", OURS)
def test_loopback_is_ours_by_each_of_its_names_and_with_any_port(host: str) -> None:
    assert answered(host) == 200


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", ["/v1/orgs", "/healthz/live", "/healthz/ready", "/docs", "/openapi.json", "/nothing"])
def test_another_host_is_refused_at_every_address(host: str, path: str) -> None:
    assert answered(host, path=path) == 421


def test_the_address_it_listens_on_and_the_allowed_names_are_ours() -> None:
    own = own_hosts("wuji.example.org", ["graph.example.org", "2001:db8::1"])

    for host in ["wuji.example.org", "WUJI.example.org.:80", "graph.example.org:8000", "[2001:db8:0::1]:8000"]:
        assert answered(host, own) == 200, host
    for host in ["example.org", "a.wuji.example.org", "[2001:db8::2]"]:
        assert answered(host, own) == 421, host
    assert answered("[2001:db8::7]:8000", own_hosts("2001:DB8:0::7", [])) == 200


def test_the_refusal_says_what_to_do_and_is_a_problem_like_others() -> None:
    client = client_of(LOOPBACK)
    response = client.get("/v1/orgs?q=a", headers={"Host": "graph.example.org"})

    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers.items() >= {name.lower(): value for name, value in CAREFUL_HEADERS.items()}.items()
    problem = response.json()
    assert (problem["type"], problem["instance"]) == ("urn:wuji:problem:foreign-host", "/v1/orgs")
    assert "'graph.example.org'" in problem["detail"]
    assert "WUJI_ALLOWED_HOSTS" in problem["detail"]
    assert len(client.get("/", headers={"Host": "a" * 5_000}).json()["detail"]) < 400


def test_what_a_proxy_says_of_the_host_makes_none_ours_and_none_foreign() -> None:
    client = client_of(LOOPBACK)
    for name in ["X-Forwarded-Host", "X-Host", "X-Original-Host", "Forwarded"]:
        ours = {"Host": "localhost", name: "evil.example"}
        foreign = {"Host": "evil.example", name: "localhost"}
        assert client.get("/healthz/live", headers=ours).status_code == 200
        assert client.get("/healthz/live", headers=foreign).status_code == 421


def raw_status(host: str, request: str) -> int:
    with socket.create_connection(("127.0.0.1", int(host.partition(":")[2])), timeout=30) as connection:
        connection.sendall(request.replace("\n", "\r\n").encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    return int(answer.split()[1])


def test_the_host_is_one_whatever_form_the_request_has() -> None:
    with served(create_app(FakeEngine(REVISION), hosts=LOOPBACK)) as at:
        for request, status in [
            ("GET http://localhost/healthz/live HTTP/1.1\nHost: localhost\nConnection: close\n\n", 200),
            ("GET HTTP://127.0.0.1:1/healthz/live HTTP/1.1\nHost: localhost\nConnection: close\n\n", 200),
            ("GET http://evil.example/healthz/live HTTP/1.1\nHost: localhost\nConnection: close\n\n", 421),
            ("GET http://localhost/healthz/live HTTP/1.1\nHost: evil.example\nConnection: close\n\n", 421),
            ("GET http://localhost HTTP/1.1\nHost: localhost\nConnection: close\n\n", 200),
            ("GET /healthz/live HTTP/1.0\nHost: localhost\n\n", 200),
            ("GET /healthz/live HTTP/1.0\n\n", 421),
            ("GET /healthz/live HTTP/1.1\nConnection: close\n\n", 400),
            ("GET /healthz/live HTTP/1.1\nHost: localhost\nHost: localhost\nConnection: close\n\n", 400),
            ("GET /healthz/live HTTP/1.1\nHost: localhost\nHost: evil.example\nConnection: close\n\n", 400),
            ("GET /healthz/live HTTP/1.1\nHost:\nConnection: close\n\n", 421),
        ]:
            assert raw_status(at, request) == status, request


def test_listening_everywhere_the_address_one_was_reached_at_is_ours() -> None:
    """As a health check from outside a container has it; a name that leads there is not."""
    with served(create_app(FakeEngine(REVISION), hosts=own_hosts("192.0.2.7", []))) as at:
        connection = http.client.HTTPConnection(at)
        connection.request("GET", "/healthz/live", headers={"Host": at})
        assert connection.getresponse().status == 200
        connection.close()
    for local in ["192.0.2.9", "::ffff:192.0.2.9"]:
        assert own_hosts(EVERYWHERE, []).include("192.0.2.9:8000", local=local)
    assert own_hosts("::", []).include("[fe80::1]:8000", local="fe80::1%eth0")
    assert not own_hosts(EVERYWHERE, []).include("192.0.2.8:8000", local="192.0.2.9")
    assert not own_hosts(EVERYWHERE, []).include("evil.example", local="192.0.2.9")
