"""What is percent-encoded in a path is a part of its segment: no slash, no other route, no other file."""

import json
import socket
from functools import cache
from urllib.parse import quote

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient
from served import served

from api.app import create_app
from api.segments import routed, segment_text
from graph.engines import Record

ENCODED = [
    ("a%2Fb", "a/b"),
    ("a%2fb", "a/b"),
    ("D220200000000%2Fchildren", "D220200000000/children"),
    ("%2F", "/"),
    ("a%5Cb", "a\\b"),
    ("a%252Fb", "a%2Fb"),
    ("a%25252Fb", "a%252Fb"),
    ("%252F", "%2F"),
    ("a%00b", "a\x00b"),
    ("%2e%2e", ".."),
    ("..%2f..%2forgs", "../../orgs"),
    ("%25", "%"),
    ("a%3Fb", "a?b"),
    ("a%23b", "a#b"),
    ("a;b", "a;b"),
    ("%zz", "%zz"),
]


@cache
def asking() -> TestClient:
    nothing: list[Record] = [{"seq": 7, "token_key": "a key", "record": None}]
    return TestClient(create_app(FakeEngine({**REVISION, "entities/record": nothing})))


@pytest.mark.parametrize(("sent", "id"), ENCODED)
def test_an_id_is_looked_for_as_it_was_meant(sent: str, id: str) -> None:
    with served(create_app(FakeEngine(REVISION))) as host, socket.create_connection(address(host)) as connection:
        connection.sendall(f"GET /v1/orgs/{sent} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode()

    assert answer.startswith("HTTP/1.1 404")
    assert '"type":"urn:wuji:problem:not-found"' in answer
    assert repr(id) in json.loads(answer.partition("\r\n\r\n")[2])["detail"]


def address(host: str) -> tuple[str, int]:
    name, _, port = host.partition(":")
    return name, int(port)


@pytest.mark.parametrize("path", ["/v1/orgs/a%2Fb", "/v1/areas/a%2Fchildren", "/v1/entities/a%2fb"])
def test_a_problem_names_the_address_that_was_asked(path: str) -> None:
    problem = asking().get(path).json()

    assert problem["type"] == "urn:wuji:problem:not-found"
    assert problem["instance"] == path.replace("%2f", "%2F")


@pytest.mark.parametrize(
    "path",
    [
        "/v1%2Forgs",
        "/v1/orgs%2F",
        "/v1%2forgs/D1",
        "/docs%2Fassets/start.js",
        "/docs/assets%2Fstart.js",
        "/docs/assets/..%2Findex.html",
        "/docs/assets/%2e%2e%2f..%2fapp.py",
        "/docs/assets/..%5Cindex.html",
        "/docs/assets/%00",
        "/healthz%2Flive",
        "/%2Fv1/orgs",
        "//v1/orgs",
        "/%252Fv1",
        "/openapi.json%00",
        "/docs/assets/a%0Ab",
    ],
)
def test_an_encoded_slash_leads_to_no_route_and_no_file(path: str) -> None:
    response = asking().get("http://testserver" + path)

    assert response.status_code == 404
    assert response.json()["type"] == "urn:wuji:problem:no-such-address"


def test_what_need_not_be_encoded_may_be() -> None:
    assert asking().get("/v1/%6Frgs/NOPE").json()["type"] == "urn:wuji:problem:not-found"
    assert asking().get("/%68ealthz/live").status_code == 200


@pytest.mark.parametrize("text", ["a/b", "%2F", "%252F", "%", "/", "%2f", "站前/%", "%25"])
def test_a_segment_comes_back_as_it_was(text: str) -> None:
    path = routed(f"/v1/orgs/{quote(text, safe='')}/children".encode())
    assert path.count("/") == 4
    assert segment_text(path.split("/")[3]) == text
