"""Searching over HTTP, on `mini`."""

from urllib.parse import quote

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient

from api.app import create_app


@pytest.fixture(scope="module")
def edge() -> TestClient:
    """Asks an application that never reaches a graph."""
    return TestClient(create_app(FakeEngine(REVISION)))


def test_hits_have_their_chains(client: TestClient) -> None:
    assert client.get("/v1/search?q=xinhuashequ&limit=1").json() == {
        "items": [
            {
                "id": "220202006001",
                "kind": "Neighbourhood",
                "name": "新华社区",
                "chain": ["站前街道", "昌邑区", "吉林市"],
                "near": False,
                "identifier": None,
            }
        ]
    }


@pytest.mark.parametrize(
    "q",
    ["新花社区", "新社华区", "新华华社区", "xinuashequ", "xinhuahsequ", "新華射区"]
    + ["站钱街道新华社区", "站前街道 新化社区", "站前街道新化社区第二网格"],
)
def test_what_is_near_is_found_and_said_to_be_near(client: TestClient, q: str) -> None:
    items = client.get(f"/v1/search?q={quote(q)}").json()["items"]
    assert items[0]["name"] == ("新华社区第二网格" if "网格" in q else "新华社区")
    assert {item["near"] for item in items} == {True}


@pytest.mark.parametrize("q", ["新华社区第九十九网格", "220202006009", "辛木", "不存在的名字", "王伟伟", "qzqzqz"])
def test_what_is_not_near_is_not_found(client: TestClient, q: str) -> None:
    assert client.get(f"/v1/search?q={quote(q)}").json()["items"] == []


def test_what_agrees_is_not_mixed_with_what_is_near(client: TestClient) -> None:
    items = client.get("/v1/search?q=新华社区").json()["items"]
    assert {item["near"] for item in items} == {False}


def test_near_keeps_to_the_kind_that_is_asked_for(client: TestClient) -> None:
    items = client.get("/v1/search?q=新花社区&kind=CommunityOrg").json()["items"]
    assert {item["kind"] for item in items} == {"CommunityOrg"}


def test_ten_hits_are_the_default_and_fifty_the_most(client: TestClient) -> None:
    assert len(client.get("/v1/search?q=社区").json()["items"]) == 10
    assert len(client.get("/v1/search?q=社区&limit=50").json()["items"]) == 50


def test_a_kind_narrows_the_hits(client: TestClient) -> None:
    items = client.get("/v1/search?q=新华&kind=CommunityOrg").json()["items"]
    assert [item["id"] for item in items] == ["D220202006001"]


def test_what_nothing_agrees_with_is_an_empty_answer(client: TestClient) -> None:
    answer = client.get("/v1/search?q=齉")
    assert (answer.status_code, answer.json()) == (200, {"items": []})


@pytest.mark.parametrize("q", [*"/\\*\"'([~%", "AND", "😀", "社" * 4000, "站前 " * 1333, "a" * 4000, "\u2028"])
def test_any_text_may_be_searched_for(client: TestClient, q: str) -> None:
    assert client.get(f"/v1/search?q={quote(q)}").status_code == 200


@pytest.mark.parametrize(
    "query",
    ["", "q=", f"q={'a' * 4001}", "q=%00", "q=a%0Ab", "q=%ed%a0%80", "q=a&q=b", "q=a&limit=0", "q=a&limit=51"]
    + ["q=a&limit=ten", "q=a&kind=Street", "q=a&page_size=3", "q=a&kind="],
)
def test_what_cannot_be_asked_is_refused(edge: TestClient, query: str) -> None:
    answer = edge.get(f"/v1/search?{query}")
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:wuji:problem:invalid-request")
