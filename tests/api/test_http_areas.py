"""Each route of areas, held to the rows of `mini`."""

from collections import Counter

import pytest
from fastapi.testclient import TestClient
from mini_rows import MiniRows, Record

CITY, STREET, COMMUNITY, GRID = "220200000000", "220202006000", "220202006001", "220202006001002"


def test_every_area_has_its_record(client: TestClient, rows: MiniRows) -> None:
    listed = client.get("/v1/areas?page_size=1000").json()["items"]

    assert listed == [rows.area(id) for id in sorted(row["id"] for row in rows.areas)]


@pytest.mark.parametrize("id", [CITY, STREET, COMMUNITY, GRID])
def test_a_record_is_answered_by_its_id(client: TestClient, rows: MiniRows, id: str) -> None:
    assert client.get(f"/v1/areas/{id}").json() == rows.area(id)


@pytest.mark.parametrize(
    ("query", "column", "value"),
    [("kind=Grid", "kind", "Grid"), ("category=street", "category", "street"), ("kind=Building", "kind", "Building")],
)
def test_areas_are_listed_by_kind_and_category(
    client: TestClient, rows: MiniRows, query: str, column: str, value: str
) -> None:
    answer = client.get(f"/v1/areas?page_size=1000&{query}").json()

    assert [item["id"] for item in answer["items"]] == sorted(row["id"] for row in rows.areas if row[column] == value)


def test_area_id_is_that_area_and_every_part_of_it(client: TestClient, rows: MiniRows) -> None:
    for area_id in [COMMUNITY, GRID]:
        answer = client.get(f"/v1/areas?page_size=1000&area_id={area_id}").json()
        within = sorted(row["id"] for row in rows.areas if rows.within(row["id"], area_id))

        assert [item["id"] for item in answer["items"]] == within


def test_filters_hold_together(client: TestClient, rows: MiniRows) -> None:
    answer = client.get(f"/v1/areas?kind=Building&area_id={COMMUNITY}&q=1号&page_size=1000").json()

    assert [item["id"] for item in answer["items"]] == sorted(
        row["id"]
        for row in rows.areas
        if row["kind"] == "Building" and rows.within(row["id"], COMMUNITY) and "1号" in row["name"]
    )


@pytest.mark.parametrize("query", ["kind=Grid&category=street", "kind=Town&category=district"])
def test_a_category_that_other_kinds_alone_bear_is_refused(client: TestClient, query: str) -> None:
    response = client.get(f"/v1/areas?{query}")

    assert response.status_code == 422
    assert {fault["name"] for fault in response.json()["errors"]} == {"kind", "category"}


def test_a_category_that_a_kind_bears_is_listed(client: TestClient, rows: MiniRows) -> None:
    answer = client.get("/v1/areas?kind=Town&category=street").json()

    assert [item["id"] for item in answer["items"]] == sorted(
        row["id"] for row in rows.areas if (row["kind"], row["category"]) == ("Town", "street")
    )
    assert answer["items"]


def test_a_category_that_stands_nowhere_is_an_empty_list(client: TestClient, rows: MiniRows) -> None:
    assert "dev_zone" not in {row["category"] for row in rows.areas}

    assert client.get("/v1/areas?kind=Town&category=dev_zone").json()["items"] == []


def test_children_are_its_parts(client: TestClient, rows: MiniRows) -> None:
    for id in [CITY, STREET, COMMUNITY, GRID]:
        answer = client.get(f"/v1/areas/{id}/children?page_size=1000").json()

        assert answer["items"] == rows.met_below(id, 1)


def test_ancestors_lead_to_the_city_nearest_first(client: TestClient, rows: MiniRows) -> None:
    for row in rows.areas[::40]:
        assert client.get(f"/v1/areas/{row['id']}/ancestors").json()["items"] == rows.met_above(row["id"])


@pytest.mark.parametrize("max_depth", [1, 2, 20])
def test_descendants_are_nearest_first_then_by_id(client: TestClient, rows: MiniRows, max_depth: int) -> None:
    answer = client.get(f"/v1/areas/{STREET}/descendants?page_size=1000&max_depth={max_depth}").json()
    grids = client.get(f"/v1/areas/{STREET}/descendants?page_size=1000&kind=Grid").json()

    assert answer["items"] == rows.met_below(STREET, max_depth)
    assert [item["id"] for item in grids["items"]] == [
        id for id in rows.below(STREET) if rows.by_id[id]["kind"] == "Grid"
    ]


def nested(rows: MiniRows, id: str, depth: int) -> Record:
    children = [nested(rows, child, depth - 1) for child in rows.children[id]] if depth else []
    return rows.area(id) | {"children": children, "truncated": depth == 0 and bool(rows.children[id])}


@pytest.mark.parametrize("max_depth", [1, 3, 9])
def test_a_tree_is_nested_and_says_where_it_was_cut(client: TestClient, rows: MiniRows, max_depth: int) -> None:
    assert client.get(f"/v1/areas/{STREET}/tree?max_depth={max_depth}").json() == nested(rows, STREET, max_depth)


def test_counts_are_of_all_below_and_have_no_tiers(client: TestClient, rows: MiniRows) -> None:
    kinds = [rows.by_id[below]["kind"] for below in rows.below(CITY)]

    assert client.get(f"/v1/areas/{CITY}/counts").json() == {
        "total": len(kinds),
        "by_kind": Counter(kinds),
        "by_tier": {},
    }
