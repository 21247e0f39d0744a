"""What every answer carries: a browser may do as little with it as possible."""

from functools import cache

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient

from api.app import create_app
from api.headers import CAREFUL_HEADERS
from api.hosts import own_hosts

ANSWERS = [
    ("/v1/reconcile", 200),
    ("/v1/orgs/NOPE", 404),
    ("/nothing", 404),
    ("/v1/orgs?colour=red", 422),
    ("/healthz/live", 200),
    ("/healthz/ready", 503),
    ("/v1/areas/A1/counts", 500),
    ("/openapi.json", 200),
    ("/docs", 200),
    ("/docs/assets/start.js", 200),
    ("/docs/assets/nothing", 404),
]


@cache
def asking() -> TestClient:
    engine = FakeEngine({**REVISION, "trees/tally": RuntimeError("unforeseen")})
    return TestClient(create_app(engine, hosts=own_hosts("testserver", [])), raise_server_exceptions=False)


@pytest.mark.parametrize(("path", "status"), ANSWERS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_every_answer_carries_them(path: str, status: int, method: str) -> None:
    response = asking().request(method, path)

    assert response.status_code == (405 if method == "POST" and path != "/nothing" else status)
    for name, value in CAREFUL_HEADERS.items():
        assert response.headers.get_list(name) == [value] or (name, path) == ("Content-Security-Policy", "/docs")
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
    assert "access-control-allow-origin" not in response.headers
    assert "server" not in response.headers


def test_a_copy_that_is_current_is_said_so_with_them() -> None:
    client = TestClient(create_app(FakeEngine(REVISION)))
    tag = client.get("/v1/reconcile").headers["etag"]
    for sent in [tag, "*"]:
        response = client.get("/v1/reconcile", headers={"If-None-Match": sent})

        assert response.status_code == 304
        assert response.headers.items() >= {name.lower(): value for name, value in CAREFUL_HEADERS.items()}.items()
