"""What a request says is understood or refused, never ignored."""

import unicodedata

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient

from api.app import create_app

LISTS = ["orgs", "areas", "alliances", "units", "entities"]
EVERY_ROUTE = [
    "/v1/orgs",
    "/v1/orgs/D1",
    "/v1/orgs/D1/children",
    "/v1/orgs/D1/ancestors",
    "/v1/orgs/D1/descendants",
    "/v1/orgs/D1/tree",
    "/v1/orgs/D1/counts",
    "/v1/orgs/D1/alliances",
    "/v1/areas",
    "/v1/areas/1",
    "/v1/areas/1/children",
    "/v1/areas/1/ancestors",
    "/v1/areas/1/descendants",
    "/v1/areas/1/tree",
    "/v1/areas/1/counts",
    "/v1/areas/1/responsible",
    "/v1/areas/1/profile",
    "/v1/areas/1/powers",
    "/v1/areas/1/duties",
    "/v1/areas/1/services",
    "/v1/areas/1/services/SI01/nearest",
    "/v1/alliances",
    "/v1/alliances/A1",
    "/v1/alliances/A1/members",
    "/v1/units",
    "/v1/units/U1",
    "/v1/units/U1/alliances",
    "/v1/entities",
    "/v1/entities/U1",
    "/v1/entities/U1/neighbours",
    "/v1/paths",
    "/v1/search",
    "/v1/reconcile",
    "/v1/vocabulary",
    "/healthz/live",
    "/healthz/ready",
    "/",
    "/docs",
    "/openapi.json",
]
TREES = ["/v1/orgs/D1/tree", "/v1/areas/1/tree", "/v1/orgs/D1/descendants", "/v1/areas/1/descendants"]


@pytest.fixture(scope="module")
def edge() -> TestClient:
    """Asks an application whose graph holds nothing."""
    return TestClient(create_app(FakeEngine(REVISION)))


def refused(client: TestClient, request: str) -> set[str]:
    """Return the names of the parameters that were refused."""
    response = client.get(request)
    assert response.status_code == 422, request
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["type"] == "urn:wuji:problem:invalid-request"
    assert all(
        fault["in"] == "query" and fault["message"] and fault["name"] in problem["detail"]
        for fault in problem["errors"]
    )
    return {fault["name"] for fault in problem["errors"]}


def test_these_are_all_the_routes_there_are(edge: TestClient) -> None:
    documented = set(edge.get("/openapi.json").json()["paths"])
    ids = {"/D1": "/{id}", "/A1": "/{id}", "/U1": "/{id}", "areas/1": "areas/{id}", "/SI01": "/{item_id}"}
    named = set(EVERY_ROUTE)
    for id, parameter in ids.items():
        named = {route.replace(id, parameter) for route in named}

    assert documented | {"/docs", "/openapi.json"} == named


@pytest.mark.parametrize("route", EVERY_ROUTE)
@pytest.mark.parametrize("name", ["colour", "Kind", "kind ", "page-size", "id", "x" * 64, "键", ""])
def test_an_unknown_parameter_is_refused_on_every_route(edge: TestClient, route: str, name: str) -> None:
    response = edge.get(route, params={name: "1"})

    assert response.status_code == 422
    assert [fault["name"] for fault in response.json()["errors"]] == [name]


@pytest.mark.parametrize(
    "query",
    [
        "orgs?kind=GridBranch&kind=GridBranch",
        "entities?related_to=D1&related_to=D2",
        "orgs?tier=1&tier=2",
        "orgs?q=a&q=b",
        "areas?area_id=1&area_id=1",
        "units?member=true&member=false",
        "orgs?page_size=5&page_size=5",
        "orgs?page_token=a&page_token=b",
        "orgs/D1/tree?max_depth=1&max_depth=2",
        "entities/D1/neighbours?limit=1&limit=2",
        "alliances/A1/members?scope=direct&scope=transitive",
    ],
)
def test_a_repeated_parameter_is_refused(edge: TestClient, query: str) -> None:
    assert refused(edge, f"/v1/{query}") == {query.split("?")[1].split("=")[0]}


def test_all_faults_are_told_at_once(edge: TestClient) -> None:
    assert refused(edge, "/v1/orgs?kind=Street&tier=0&page_size=x") == {"kind", "tier", "page_size"}


@pytest.mark.parametrize("query", ["q=%ff", "q=%ed%a0%80", "q=%c3%28", "%ff=1", "area_id=%80", "page_token=%fe"])
def test_a_query_that_is_not_utf_8_is_refused(edge: TestClient, query: str) -> None:
    assert "the query" in refused(edge, f"/v1/orgs?{query}")


@pytest.mark.parametrize("route", ["orgs", "areas", "alliances", "units", "orgs/D1/children", "reconcile"])
@pytest.mark.parametrize(
    "size", ["0", "-1", "-9999", "1.0", "1.5", "x", "", "1e3", "0x10", "1_000", "%201", "１０", "1" * 5000]
)
def test_a_page_size_below_one_or_no_whole_number_is_refused(edge: TestClient, route: str, size: str) -> None:
    assert refused(edge, f"/v1/{route}?page_size={size}") == {"page_size"}


@pytest.mark.parametrize("size", ["1", "1000", "1001", "999999999999999999999999999999"])
def test_a_page_size_past_the_limit_is_the_limit(edge: TestClient, size: str) -> None:
    assert edge.get(f"/v1/reconcile?page_size={size}").status_code == 200


@pytest.mark.parametrize("limit", ["0", "-1", "1001", "99999999999999999999", "ten", "1.0", ""])
def test_a_limit_outside_its_bounds_is_refused(edge: TestClient, limit: str) -> None:
    assert refused(edge, f"/v1/entities/X/neighbours?limit={limit}") == {"limit"}


@pytest.mark.parametrize("route", TREES)
@pytest.mark.parametrize("depth", ["0", "-1", "", "all", "2.0"])
def test_a_depth_below_one_or_no_whole_number_is_refused(edge: TestClient, route: str, depth: str) -> None:
    assert refused(edge, f"{route}?max_depth={depth}") == {"max_depth"}


@pytest.mark.parametrize("tier", ["0", "-1", "two", "", "null"])
def test_a_tier_below_one_or_no_whole_number_is_refused(edge: TestClient, tier: str) -> None:
    assert refused(edge, f"/v1/orgs?tier={tier}") == {"tier"}
    assert refused(edge, f"/v1/orgs/D1/descendants?tier={tier}") == {"tier"}


@pytest.mark.parametrize(
    ("route", "name", "value"),
    [
        ("orgs", "kind", "Grid"),
        ("orgs", "kind", "gridbranch"),
        ("orgs", "kind", "Alliance"),
        ("orgs", "kind", ""),
        ("orgs/D1/descendants", "kind", "City"),
        ("areas", "kind", "GridBranch"),
        ("areas", "category", "department"),
        ("areas/1/descendants", "kind", "Unit"),
        ("alliances", "level", "city"),
        ("alliances/A1/members", "scope", "all"),
        ("units", "category", "street"),
        ("units", "member", "maybe"),
        ("units", "member", "1"),
        ("units", "member", "0"),
        ("units", "member", "yes"),
        ("units", "member", "TRUE"),
        ("units", "member", ""),
        ("units", "line", ""),
        ("entities", "kind", "Nonsense"),
        ("entities", "lacks", "WAS_UNDER"),
        ("entities", "lacks", ""),
        ("entities", "related_to", ""),
        ("entities", "where", ""),
        ("entities/X/neighbours", "types", "WAS_UNDER"),
        ("entities/X/neighbours", "types", "UNDER,,COVERS"),
        ("entities/X/neighbours", "types", "under"),
        ("entities/X/neighbours", "types", ""),
    ],
)
def test_a_word_the_route_does_not_know_is_refused(edge: TestClient, route: str, name: str, value: str) -> None:
    assert refused(edge, f"/v1/{route}?{name}={value}") == {name}


def test_more_conditions_than_it_takes_are_refused(edge: TestClient) -> None:
    assert refused(edge, f"/v1/entities?kind=Post{'&where=role:head' * 21}") == {"where"}


@pytest.mark.parametrize("route", LISTS)
@pytest.mark.parametrize("q", ["", "长" * 201])
def test_a_part_of_a_name_is_refused_outside_1_to_200_characters(edge: TestClient, route: str, q: str) -> None:
    assert refused(edge, f"/v1/{route}?q={q}") == {"q"}


@pytest.mark.parametrize("route", LISTS)
def test_a_part_of_a_name_may_have_200_characters(client: TestClient, route: str) -> None:
    assert client.get(f"/v1/{route}", params={"q": "长" * 200}).json()["total"] == 0


def test_a_name_is_found_however_its_characters_are_composed(client: TestClient) -> None:
    decomposed = unicodedata.normalize("NFD", "é" * 100)
    assert len(decomposed) == 200

    assert client.get("/v1/orgs", params={"q": decomposed}).json()["total"] == 0


# A character of Hindi that the normal form writes as two.
@pytest.mark.parametrize(("q", "status"), [("\u0958" * 200, 200), ("e\u0301" * 101, 422)])
def test_the_length_of_a_text_is_that_of_what_is_sent(client: TestClient, q: str, status: int) -> None:
    assert client.get("/v1/orgs", params={"q": q}).status_code == status


@pytest.mark.parametrize("name", ["orgs?q", "areas?q", "alliances?q", "units?q", "units?line"])
@pytest.mark.parametrize("text", ["%00", "%0A", "a%09b", "%1B", "%7F", "%C2%85"])
def test_a_text_with_a_control_character_is_refused(edge: TestClient, name: str, text: str) -> None:
    assert refused(edge, f"/v1/{name}={text}") == {name.partition("?")[2]}


@pytest.mark.parametrize("route", LISTS)
def test_an_empty_area_id_is_refused(edge: TestClient, route: str) -> None:
    assert refused(edge, f"/v1/{route}?area_id=") == {"area_id"}


def test_an_empty_text_is_refused_in_plain_words(edge: TestClient) -> None:
    fault = edge.get("/v1/orgs?q=").json()["errors"][0]

    assert fault["message"] == "It takes 1 to 200 characters; leave it out to ask for all."


@pytest.mark.parametrize("q", ["%00", "\u2028", "🏠", "' OR 1=1 //", "$q", "\\"])
def test_any_text_may_be_asked_for(client: TestClient, q: str) -> None:
    assert client.get("/v1/orgs", params={"q": q}).json()["total"] == 0


def test_a_refused_request_names_no_value_back_at_length(edge: TestClient) -> None:
    response = edge.get("/v1/orgs", params={"x" * 10_000: "1", "kind": "y" * 10_000})

    assert response.status_code == 422
    assert len(response.content) < 2000
