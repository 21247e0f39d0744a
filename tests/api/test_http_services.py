"""What a place offers and where the nearest place with a thing is, held to the rows of `mini`."""

import pytest
from city_rows import CityRows
from fastapi.testclient import TestClient
from mini_rows import Answer
from place_oracle import home, nearest, offered

from graph.vocabulary import Kind

STREET, COMMUNITY, GRID = "220202006000", "220202006001", "220202006001001"


def asked(client: TestClient, area: str, query: str = "") -> list[Answer]:
    return client.get(f"/v1/areas/{area}/services?page_size=1000{query}").json()["items"]


def test_what_an_area_offers_is_one_item_a_place_and_service(client: TestClient, city: CityRows) -> None:
    for area in city.of_kind(Kind.CITY, Kind.TOWN, Kind.NEIGHBOURHOOD, Kind.GRID):
        items = asked(client, area)

        assert [(item["place"]["id"], item["item"]["id"]) for item in items] == offered(city, area)
        for item in items:
            assert item["area"] == city.found(home(city, item["place"]["id"]))
            assert item["category"] == city.found(city.to(item["item"]["id"], "PART_OF")[0])
            assert (item["place"]["category"] or "") == city.by_id[item["place"]["id"]].get("category", "")


def test_an_item_and_a_category_narrow_what_is_offered(client: TestClient, city: CityRows) -> None:
    item, category = "SI13", city.to("SI13", "PART_OF")[0]
    of_item = [pair for pair in offered(city, STREET) if pair[1] == item]
    of_category = [pair for pair in offered(city, STREET) if city.to(pair[1], "PART_OF") == [category]]
    for query, expected in [
        (f"&item_id={item}", of_item),
        (f"&category_id={category}", of_category),
        (f"&item_id={item}&category_id={category}", of_item),
        (f"&item_id={item}&category_id=SC01", []),
    ]:
        found = asked(client, STREET, query)

        assert [(one["place"]["id"], one["item"]["id"]) for one in found] == expected
    assert of_item


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("item_id=SC01", "No service item has the id 'SC01'."),
        ("category_id=SI01", "No service category has the id 'SI01'."),
    ],
)
def test_what_is_no_item_or_no_category_is_not_found(client: TestClient, query: str, detail: str) -> None:
    response = client.get(f"/v1/areas/{STREET}/services?{query}")

    assert (response.status_code, response.json()["detail"]) == (404, detail)


def test_pages_make_up_the_list(client: TestClient, city: CityRows) -> None:
    path, pairs, token = f"/v1/areas/{STREET}/services?page_size=23", list[tuple[str, str]](), ""
    total = 0
    while token is not None:
        answer = client.get(path + (f"&page_token={token}" if token else "")).json()
        pairs += [(one["place"]["id"], one["item"]["id"]) for one in answer["items"]]
        token, total = answer["next_page_token"], answer["total"]

    assert pairs == offered(city, STREET)
    assert len(pairs) == total


def test_the_nearest_place_is_in_the_smallest_area_around_that_has_one(client: TestClient, city: CityRows) -> None:
    steps = set[int]()
    for area in [STREET, COMMUNITY, GRID, *city.of_kind(Kind.BUILDING)[::60]]:
        for item in city.of_kind(Kind.SERVICE_ITEM)[::3]:
            found = client.get(f"/v1/areas/{area}/services/{item}/nearest").json()

            assert (found["steps"], found["place"]["id"]) == nearest(city, area, item)
            steps.add(found["steps"])
    assert len(steps) > 2


def test_the_path_leads_up_to_the_area_they_share_and_down_to_the_place(client: TestClient, city: CityRows) -> None:
    for item in city.of_kind(Kind.SERVICE_ITEM):
        found = client.get(f"/v1/areas/{GRID}/services/{item}/nearest").json()
        down = city.levels(found["area"]["id"])
        up = city.levels(GRID)[: found["steps"] + 1]

        assert found["path"] == [city.found(id) for id in [*up, *reversed(down[: down.index(up[-1])])]]


def test_where_no_place_offers_an_item_there_is_no_nearest(client: TestClient, city: CityRows) -> None:
    offers = {item for _, item in offered(city, "220200000000")}
    for item in city.of_kind(Kind.SERVICE_ITEM):
        found = client.get(f"/v1/areas/{GRID}/services/{item}/nearest").json()
        assert (found["place"] is None) is (item not in offers)


def test_what_is_no_item_has_no_nearest_place(client: TestClient) -> None:
    response = client.get(f"/v1/areas/{GRID}/services/SC01/nearest")

    assert (response.status_code, response.json()["detail"]) == (404, "No service item has the id 'SC01'.")
