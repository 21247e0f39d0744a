"""What a street may do and must do, held to the rows of `mini`."""

import pytest
from city_rows import CityRows
from fastapi.testclient import TestClient
from mini_rows import Answer

from graph.vocabulary import Kind
from tests.suite import Graph

CITY, COUNTY, STREET, GRID = "220200000000", "220202000000", "220202006000", "220202006001001"
BUILDING = "22020200600100100001"


def asked(client: TestClient, path: str) -> list[Answer]:
    return client.get(path).json()["items"]


def power(city: CityRows, client: TestClient, id: str) -> Answer:
    row = city.by_id[id]
    entity = client.get(f"/v1/entities/{id}").json()
    return {key: entity[key] for key in ("id", "kind", "name", "valid_from", "valid_to", "source")} | {
        "basis": row["basis"],
        "since": row["delegated_on"] if "delegated_on" in row else row["granted_on"] or None,
    }


@pytest.mark.parametrize("area", [STREET, GRID, BUILDING])
def test_what_a_street_holds_is_told_with_its_basis_day_and_who_delegated_it(
    client: TestClient, city: CityRows, area: str
) -> None:
    items = asked(client, f"/v1/areas/{area}/powers?page_size=1000")

    assert [item["power"]["id"] for item in items] == city.at(STREET, "DELEGATED_TO", "GRANTED_TO")
    assert {item["power"]["kind"] for item in items} == {"Power", "EnforcementItem", "Right"}
    for item in items:
        id = item["power"]["id"]
        assert item["power"] == power(city, client, id)
        assert item["held_by"] == city.found(STREET)
        delegated_by = [item["delegated_by"]["id"]] if item["delegated_by"] else []
        assert delegated_by == city.to(id, "DELEGATED_BY")
        assert bool(delegated_by) is (city.kind[id] is not Kind.RIGHT)
        assert item["delegated_by"] is None or item["delegated_by"] == client.get(f"/v1/units/{delegated_by[0]}").json()


@pytest.mark.parametrize("kind", [Kind.POWER, Kind.ENFORCEMENT_ITEM, Kind.RIGHT])
def test_what_a_street_holds_is_listed_by_kind(client: TestClient, city: CityRows, kind: Kind) -> None:
    answer = client.get(f"/v1/areas/{STREET}/powers?kind={kind}&page_size=1000").json()

    assert [item["power"]["id"] for item in answer["items"]] == city.of_kind(kind)
    assert answer["total"] == len(answer["items"]) > 0


def test_what_is_no_power_is_refused_as_a_kind(client: TestClient) -> None:
    assert client.get(f"/v1/areas/{STREET}/powers?kind=Duty").status_code == 422


@pytest.mark.parametrize("area", [STREET, BUILDING])
def test_duties_are_told_with_the_powers_behind_them(client: TestClient, city: CityRows, area: str) -> None:
    items = asked(client, f"/v1/areas/{area}/duties?page_size=1000")

    assert [item["duty"]["id"] for item in items] == city.at(STREET, "BORNE_BY")
    for item in items:
        id = item["duty"]["id"]
        assert (item["duty"]["basis"] or "") == city.by_id[id]["basis"]
        assert item["borne_by"] == city.found(STREET)
        assert item["powers"] == [power(city, client, one) for one in city.backing(id, STREET)]


def test_duties_with_a_power_behind_them_and_without_are_told_apart(client: TestClient, city: CityRows) -> None:
    duties = city.at(STREET, "BORNE_BY")
    for backed in ["true", "false"]:
        items = asked(client, f"/v1/areas/{STREET}/duties?backed={backed}")

        expected = [id for id in duties if bool(city.backing(id, STREET)) is (backed == "true")]
        assert [item["duty"]["id"] for item in items] == expected
        assert expected


def test_a_power_that_the_street_was_not_given_is_behind_none_of_its_duties(
    changed: TestClient, graph: Graph, city: CityRows
) -> None:
    duties = city.at(STREET, "BORNE_BY")
    taken = city.backing(next(id for id in duties if len(city.backing(id, STREET)) > 1), STREET)
    with graph.driver.session(database=graph.address.database) as session:
        statement = "MATCH (one)-[given:DELEGATED_TO|GRANTED_TO]->(:Town) WHERE one.id IN $ids DELETE given"
        session.run(statement, {"ids": taken}).consume()
    left = {id: [one for one in city.backing(id, STREET) if one not in taken] for id in duties}
    assert any(city.backing(id, STREET) and not powers for id, powers in left.items())

    told = {
        item["duty"]["id"]: [one["id"] for one in item["powers"]]
        for item in asked(changed, f"/v1/areas/{STREET}/duties?page_size=1000")
    }
    assert told == left
    for backed in ["true", "false"]:
        answer = changed.get(f"/v1/areas/{STREET}/duties?backed={backed}").json()
        expected = [id for id, powers in left.items() if bool(powers) is (backed == "true")]
        assert ([item["duty"]["id"] for item in answer["items"]], answer["total"]) == (expected, len(expected))
    profile = changed.get(f"/v1/areas/{STREET}/profile").json()
    assert profile["powers"]["unbacked_duties"] == sum(not powers for powers in left.values())


@pytest.mark.parametrize("backed", ["1", "yes", ""])
def test_what_is_neither_true_nor_false_is_refused(client: TestClient, backed: str) -> None:
    assert client.get(f"/v1/areas/{STREET}/duties?backed={backed}").status_code == 422


@pytest.mark.parametrize("area", [COUNTY, CITY])
def test_what_stands_above_a_street_holds_and_bears_nothing_itself(client: TestClient, area: str) -> None:
    for route in ["powers", "duties"]:
        assert client.get(f"/v1/areas/{area}/{route}").json() == {"items": [], "total": 0, "next_page_token": None}


@pytest.mark.parametrize(("route", "word"), [("powers", "power"), ("duties", "duty")])
def test_pages_make_up_the_list(client: TestClient, route: str, word: str) -> None:
    path, ids, token = f"/v1/areas/{STREET}/{route}?page_size=9", list[str](), ""
    total = 0
    while token is not None:
        answer = client.get(path + (f"&page_token={token}" if token else "")).json()
        ids += [item[word]["id"] for item in answer["items"]]
        token, total = answer["next_page_token"], answer["total"]

    assert ids == [item[word]["id"] for item in asked(client, f"/v1/areas/{STREET}/{route}?page_size=1000")]
    assert len(ids) == total
