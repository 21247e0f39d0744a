"""Paths over HTTP, on the rows of `mini`."""

from typing import Any

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient
from mini_rows import MiniRows

from api.app import create_app

HOUSEHOLD, BRANCH, UNIT = "D22020200600100100001-1", "D220202006001001", "U0014"


def path(client: TestClient, start: str, end: str, **parameters: str) -> Any:
    response = client.get("/v1/paths", params={"from": start, "to": end, **parameters})
    assert response.status_code == 200
    return response.json()


def test_a_path_holds_the_records_in_its_order_and_links_as_they_are(client: TestClient, rows: MiniRows) -> None:
    answer = path(client, HOUSEHOLD, BRANCH)
    group = rows.by_id[HOUSEHOLD]["parent_id"]

    assert answer == {
        "nodes": [*map(rows.described, (HOUSEHOLD, group, BRANCH))],
        "links": [
            {"source": HOUSEHOLD, "target": group, "type": "UNDER"},
            {"source": group, "target": BRANCH, "type": "UNDER"},
        ],
    }
    back = path(client, BRANCH, HOUSEHOLD)
    assert back == {"nodes": answer["nodes"][::-1], "links": answer["links"][::-1]}


def test_nothing_is_answered_when_none_is_short_enough(client: TestClient) -> None:
    assert path(client, HOUSEHOLD, BRANCH, max_length="1") == {"nodes": [], "links": []}
    assert len(path(client, HOUSEHOLD, BRANCH, max_length="2")["links"]) == 2


def test_an_entity_alone_is_the_path_to_itself(client: TestClient, rows: MiniRows) -> None:
    assert path(client, UNIT, UNIT, max_length="1") == {"nodes": [rows.described(UNIT)], "links": []}


@pytest.mark.parametrize(("start", "end", "unknown"), [("X1", UNIT, "X1"), (UNIT, "X2", "X2"), ("X1", "X1", "X1")])
def test_an_unknown_end_is_a_404_that_names_it(client: TestClient, start: str, end: str, unknown: str) -> None:
    response = client.get("/v1/paths", params={"from": start, "to": end})

    assert response.status_code == 404
    assert repr(unknown) in response.json()["detail"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"from", "to"}),
        ("from=U1", {"to"}),
        ("from=U1&to=", {"to"}),
        ("from=&to=U1", {"from"}),
        ("from=U1&to=U2&to=U3", {"to"}),
        ("from_id=U1&to=U2", {"from_id"}),
        ("from=U1&to=U2&max_length=0", {"max_length"}),
        ("from=U1&to=U2&max_length=13", {"max_length"}),
        ("from=U1&to=U2&max_length=1.0", {"max_length"}),
    ],
)
def test_a_path_is_asked_for_by_two_ids_and_a_length(query: str, names: set[str]) -> None:
    response = TestClient(create_app(FakeEngine(REVISION))).get(f"/v1/paths?{query}")

    assert response.status_code == 422
    assert {fault["name"] for fault in response.json()["errors"]} == names
