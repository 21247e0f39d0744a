"""``sort=``: the same items, in the order that is asked for, page after page."""

import re
from collections.abc import Callable
from functools import cmp_to_key
from typing import Any

import neo4j
import pytest
from fastapi.testclient import TestClient

from graph.vocabulary import MODEL, Type

STREET = "220202006000"
LISTS = [
    ("/v1/orgs", "name"),
    ("/v1/orgs", "-tier,kind,-name"),
    (f"/v1/orgs?area_id={STREET}", "-name"),
    ("/v1/areas?kind=Neighbourhood", "-code"),
    ("/v1/areas", "category,-name"),
    ("/v1/alliances", "level,-name"),
    ("/v1/units?q=局", "line,-name"),
    ("/v1/units", "-line,category"),
    ("/v1/entities?kind=GridBranch", "-next_election,members"),
    ("/v1/entities?kind=Post", "role,-name"),
    (f"/v1/entities?area_id={STREET}&kind=GridWorker", "-is_full_time,name"),
    ("/v1/entities?related_to=A060", "-kind,name"),
    (f"/v1/orgs/D{STREET}/descendants", "-tier,name"),
    (f"/v1/areas/{STREET}/descendants?kind=Building", "-name"),
    (f"/v1/orgs/D{STREET}/children", "-name"),
    ("/v1/areas/220202006001001/ancestors", "-kind"),
    ("/v1/orgs/D220202006001/alliances", "-name"),
    ("/v1/alliances/A060/members", "-role,name"),
    ("/v1/alliances/L01/members?scope=transitive", "alliance_id,-name"),
    ("/v1/units/U0014/alliances?scope=transitive", "-via_id,name"),
    (f"/v1/areas/{STREET}/responsible", "-role,name"),
    (f"/v1/areas/{STREET}/powers", "-since"),
    (f"/v1/areas/{STREET}/duties", "-name"),
    ("/v1/areas/220202006001/services", "-name"),
    ("/v1/reconcile", "-published,key"),
]


def value(item: dict[str, Any], key: str) -> Any:
    """Return what an item says, what it says among its properties, or what a record in it says."""
    if key in item:
        return item[key]
    if key in item.get("properties", {}) or "properties" in item:
        return item["properties"].get(key)
    return next((inner[key] for inner in item.values() if isinstance(inner, dict) and key in inner), None)


def order(keys: list[str]) -> Callable[[dict[str, Any], dict[str, Any]], int]:
    def compared(one: dict[str, Any], other: dict[str, Any]) -> int:
        for key in keys:
            mine, its = value(one, key.removeprefix("-")), value(other, key.removeprefix("-"))
            if mine == its:
                continue
            if mine is None or its is None:
                return 1 if mine is None else -1
            return 1 if (mine > its) is not key.startswith("-") else -1
        return 0

    return compared


def pages(client: TestClient, path: str, sort: str, size: int) -> list[Any]:
    items: list[Any] = []
    token = None
    while True:
        given = {"sort": sort, "page_size": size} | ({} if token is None else {"page_token": token})
        joint = "&" if "?" in path else "?"
        answer = client.get(path + joint + "&".join(f"{name}={one}" for name, one in given.items()))
        assert answer.status_code == 200, answer.text
        items += answer.json()["items"]
        token = answer.json()["next_page_token"]
        if token is None:
            assert answer.json()["total"] == len(items)
            return items


@pytest.mark.parametrize(("path", "sort"), LISTS)
def test_a_list_is_the_same_in_the_order_asked_for(client: TestClient, path: str, sort: str) -> None:
    whole = client.get(f"{path}{'&' if '?' in path else '?'}page_size=1000").json()["items"]
    assert whole
    # What is listed with other items between is in the list's own order, which of entities is that of their ids.
    told = sorted(whole, key=lambda item: item["id"]) if "depth" in whole[0] else whole
    expected = sorted(told, key=cmp_to_key(order(sort.split(","))))
    if len(whole) == client.get(path).json()["total"]:
        assert pages(client, path, sort, 1000) == expected
        assert pages(client, path, sort, max(1, len(whole) // 3)) == expected
    else:
        first = pages(client, path, sort, 1000)
        assert pages(client, path, sort, 700) == first
        assert first == sorted(first, key=cmp_to_key(order([*sort.split(","), "id"])))


def test_what_the_list_has_not_is_refused_with_what_it_has(client: TestClient) -> None:
    for path, key in [
        ("/v1/orgs", "colour"),
        ("/v1/orgs", "properties"),
        ("/v1/orgs", ""),
        ("/v1/orgs", "-"),
        ("/v1/orgs", "--name"),
        ("/v1/orgs", "name,name"),
        ("/v1/orgs", "name,-name"),
        ("/v1/orgs", "name,kind,id,tier,title"),
        ("/v1/entities?kind=Post", "tier"),
        ("/v1/entities?kind=Venue", "facilities"),
        ("/v1/reconcile", "name"),
        ("/v1/alliances/A060/members", "unit"),
        (f"/v1/orgs/D{STREET}/children", "full_name"),
    ]:
        answer = client.get(f"{path}{'&' if '?' in path else '?'}sort={key}")
        assert answer.status_code == 422, (path, key)
        assert [fault["name"] for fault in answer.json()["errors"]] == ["sort"]
    assert "role" in client.get("/v1/entities?kind=Post&sort=tier").json()["errors"][0]["message"]


def test_a_token_is_of_the_order_it_was_made_in(client: TestClient) -> None:
    token = client.get("/v1/orgs?sort=name&page_size=2").json()["next_page_token"]
    for sort in ("", "&sort=-name", "&sort=name,kind"):
        assert client.get(f"/v1/orgs?page_token={token}{sort}").status_code == 422
    assert client.get(f"/v1/orgs?page_token={token}&sort=name").status_code == 200


def test_no_key_is_of_two_types() -> None:
    types: dict[str, set[str]] = {}
    for model in MODEL.values():
        for prop in model.shown:
            types.setdefault(prop.key, set()).add(prop.type.value)
    texts = {"text", "prose", "word", "line"}
    assert {key for key, found in types.items() if len(found) > 1 and not found <= texts} == set()


def test_a_value_of_another_type_comes_last_and_takes_nothing_along(client: TestClient, driver: neo4j.Driver) -> None:
    """Anyone may write into Neo4j by hand what no load writes."""
    path = "/v1/entities?kind=GridBranch"
    ids = {item["id"] for item in pages(client, path, "id", 1000)}
    wrong = min(ids)
    kept, _, _ = driver.execute_query(
        "MATCH (e:Entity {id: $id}) RETURN e.members AS members, e.next_election AS day", id=wrong
    )
    put = "MATCH (e:Entity {id: $id}) SET e.members = $members, e.next_election = $day"
    driver.execute_query(put, id=wrong, members="12", day="2027年")
    try:
        for sort in ("members", "-members", "next_election", "-next_election"):
            found = [item["id"] for item in pages(client, path, sort, 3)]
            assert len(found) == len(ids)
            assert {*found} == ids
            assert value(pages(client, path, sort, 1000)[-1], sort.removeprefix("-")) in (None, "12", "2027年")
    finally:
        driver.execute_query(put, id=wrong, **kept[0].data())


def test_no_list_is_sorted_by_prose(client: TestClient) -> None:
    prose = {prop.key for model in MODEL.values() for prop in model.shown if prop.type is Type.PROSE}
    assert prose
    message = client.get("/v1/entities?sort=colour").json()["errors"][0]["message"]
    assert {*re.findall(r"\w+", message)} & prose == set()
