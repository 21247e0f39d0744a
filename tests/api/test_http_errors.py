"""Errors are problem documents everywhere, whatever raised them."""

import logging

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi import HTTPException
from fastapi.testclient import TestClient

from api.app import create_app
from graph.errors import (
    CredentialsError,
    EngineError,
    GraphError,
    StorageError,
    TooLargeError,
    TooSlowError,
    UnavailableError,
    UnsupportedError,
)

WRONG_IDS = [
    "NOPE",
    "%00",
    "%F0%9F%8F%A0",
    "%ff%fe",
    "%ed%a0%80",
    "..%2f..",
    "'%20OR%201=1",
    "a" * 10_000,
    "{id}",
    "%25",
]
ID_ROUTES = [
    "/v1/orgs/{}",
    "/v1/orgs/{}/children",
    "/v1/orgs/{}/ancestors",
    "/v1/orgs/{}/descendants",
    "/v1/orgs/{}/tree",
    "/v1/orgs/{}/counts",
    "/v1/orgs/{}/alliances",
    "/v1/areas/{}",
    "/v1/areas/{}/children",
    "/v1/areas/{}/ancestors",
    "/v1/areas/{}/descendants",
    "/v1/areas/{}/tree",
    "/v1/areas/{}/counts",
    "/v1/alliances/{}",
    "/v1/alliances/{}/members",
    "/v1/units/{}",
    "/v1/units/{}/alliances",
    "/v1/entities/{}",
    "/v1/entities/{}/neighbours",
]


def asked(error: Exception, *, path: str = "/v1/orgs/D1", method: str = "GET") -> tuple[int, dict[str, object]]:
    client = TestClient(create_app(FakeEngine({**REVISION, "entities/record": error})), raise_server_exceptions=False)
    response = client.request(method, path)
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert set(problem) - {"errors"} == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == response.status_code
    assert problem["detail"]
    return response.status_code, problem


@pytest.mark.parametrize("route", ID_ROUTES)
def test_an_unknown_id_is_not_found_whatever_it_is(client: TestClient, route: str) -> None:
    for id in WRONG_IDS:
        response = client.get(route.format(id))

        assert response.status_code == 404, id[:20]
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["type"] in {"urn:wuji:problem:not-found", "urn:wuji:problem:no-such-address"}


def test_an_id_of_another_family_is_not_found(client: TestClient) -> None:
    for path in ["/v1/orgs/220200000000", "/v1/areas/D220200000000", "/v1/alliances/U0014", "/v1/units/A060"]:
        assert client.get(path).json()["type"] == "urn:wuji:problem:not-found", path


@pytest.mark.parametrize("route", ["orgs", "areas", "alliances", "units"])
def test_an_area_filter_that_names_no_area_is_not_found(client: TestClient, route: str) -> None:
    problem = client.get(f"/v1/{route}?area_id=D220200000000").json()

    assert problem["type"] == "urn:wuji:problem:not-found"
    assert "'D220200000000'" in problem["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/app",
        "/index.html",
        "/v1",
        "/v1/",
        "/v1/orgs/",
        "/v2/orgs",
        "/V1/orgs",
        "/v1/orgs/a/b/c",
        "/docs/assets/nothing",
    ],
)
def test_an_address_nothing_answers_is_a_problem(path: str) -> None:
    response = TestClient(create_app(FakeEngine({}))).get(path, follow_redirects=False)

    assert response.status_code == 404
    assert response.json()["type"] == "urn:wuji:problem:no-such-address"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"])
@pytest.mark.parametrize(
    "path", ["/v1/orgs", "/v1/orgs/D1", "/healthz/live", "/docs", "/openapi.json", "/docs/assets/start.js"]
)
def test_another_method_is_refused_and_told_which_are_answered(method: str, path: str) -> None:
    response = TestClient(create_app(FakeEngine({}))).request(method, path)

    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"
    assert response.json()["type"] == "urn:wuji:problem:method-not-allowed"


@pytest.mark.parametrize(
    ("error", "type"),
    [
        (UnavailableError("bolt://inside"), "unavailable"),
        (CredentialsError("bolt://inside"), "unavailable"),
        (UnsupportedError("bolt://inside"), "unavailable"),
        (StorageError("bolt://inside"), "unavailable"),
        (TooSlowError("bolt://inside"), "too-slow"),
    ],
)
def test_a_neo4j_that_does_not_answer_is_503_with_a_time_to_come_back(
    error: GraphError, type: str, caplog: pytest.LogCaptureFixture
) -> None:
    client = TestClient(
        create_app(FakeEngine(dict.fromkeys(("revision/read", "lists/standing", "entities/record"), error)))
    )
    for path in ["/v1/orgs", "/v1/entities/X/neighbours", "/v1/reconcile"]:
        caplog.clear()
        response = client.get(path)

        assert response.status_code == 503
        assert int(response.headers["retry-after"]) > 0
        assert response.json()["type"] == f"urn:wuji:problem:{type}"
        assert "inside" not in response.text
        assert [record.getMessage() for record in caplog.records] == [f"GET {path}: bolt://inside"]


def test_an_empty_graph_is_not_ready() -> None:
    client = TestClient(create_app(FakeEngine({})))
    for path in ["/v1/orgs", "/healthz/ready"]:
        response = client.get(path)

        assert response.status_code == 503
        assert response.json()["type"] == "urn:wuji:problem:not-loaded"


def test_a_graph_half_loaded_is_not_ready_and_one_loaded_is_whatever_is_loaded_into_it_later() -> None:
    def asked(**held: str | None) -> tuple[int, str]:
        app = create_app(FakeEngine({"data_set/held": [{"name": "mini", "tables": None, **held}]}))
        answer = TestClient(app).get("/healthz/ready")
        return answer.status_code, answer.text

    status, text = asked(digest=None, loading="d")
    assert status == 503
    assert "finishes a load that was stopped" in text
    for later in (None, "e"):
        assert asked(digest="d", loading=later)[0] == 200


def test_a_program_that_runs_is_live_without_a_neo4j() -> None:
    engine = FakeEngine({})
    response = TestClient(create_app(engine)).get("/healthz/live")

    assert response.json() == {"status": "live"}
    assert engine.asked == []


def test_a_tree_past_the_limit_says_how_to_narrow() -> None:
    status, problem = asked(TooLargeError("Ask for fewer levels with max_depth."), path="/v1/orgs/D1/tree")

    assert status == 422
    assert problem["type"] == "urn:wuji:problem:too-large"
    assert problem["detail"] == "Ask for fewer levels with max_depth."


@pytest.mark.parametrize("error", [RuntimeError("secret"), EngineError("secret"), KeyError("secret")])
def test_an_unforeseen_error_is_a_problem_that_tells_nothing_of_the_inside(error: Exception) -> None:
    status, problem = asked(error)

    assert status == 500
    assert problem["type"] == "urn:wuji:problem:internal"
    assert "secret" not in str(problem)


def test_an_http_error_of_any_other_status_is_a_problem_too() -> None:
    app = create_app(FakeEngine({}))

    @app.get("/teapot", operation_id="teapot")
    def teapot() -> None:  # pyright: ignore[reportUnusedFunction] - the route of this test
        raise HTTPException(418, "Short and stout.", {"X-Pot": "tea"})

    response = TestClient(app).get("/teapot")
    assert (response.status_code, response.headers["x-pot"]) == (418, "tea")
    assert response.json()["type"] == "urn:wuji:problem:http-418"
    assert response.json()["detail"] == "Short and stout."


def test_a_problem_names_the_path_it_is_about() -> None:
    client = TestClient(create_app(FakeEngine(REVISION)))

    assert client.get("/v1/orgs/%E7%A4%BE%20x").json()["instance"] == "/v1/orgs/%E7%A4%BE%20x"


def test_a_path_cannot_forge_a_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    TestClient(create_app(FakeEngine({"entities/record": UnavailableError("down")}))).get("/v1/orgs/a%0AERROR%20forged")

    assert caplog.messages == ["GET /v1/orgs/a%0AERROR%20forged: down"]


def test_an_error_is_one_line_of_the_log_however_many_its_text_has(caplog: pytest.LogCaptureFixture) -> None:
    error = UnavailableError("Neo4j cannot be reached (Couldn't connect:\nrefused)")
    TestClient(create_app(FakeEngine({"lists/standing": error}))).get("/v1/orgs")

    assert caplog.messages == ["GET /v1/orgs: Neo4j cannot be reached (Couldn't connect: refused)"]


def test_head_is_answered_as_get_without_a_body(client: TestClient) -> None:
    for path in [
        "/v1/orgs",
        "/v1/orgs/D220200000000/tree",
        "/v1/orgs/NOPE",
        "/healthz/ready",
        "/docs",
        "/openapi.json",
    ]:
        head, get = client.head(path), client.get(path)

        assert head.status_code == get.status_code
        assert head.content == b""
        assert head.headers == get.headers
