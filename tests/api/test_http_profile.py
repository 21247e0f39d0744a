"""An area on one page, held to the rows of `mini`."""

import pytest
from city_rows import CityRows
from fastapi.testclient import TestClient
from profile_oracle import Expected

from graph.vocabulary import Kind

CITY, COUNTY, STREET, COMMUNITY, GRID = (
    "220200000000",
    "220202000000",
    "220202006000",
    "220202006001",
    "220202006001001",
)
OF_ITSELF = {"area", "chain"}


@pytest.mark.parametrize("area", [CITY, COUNTY, STREET, COMMUNITY, GRID])
def test_a_profile_counts_what_the_rows_hold(client: TestClient, city: CityRows, area: str) -> None:
    found = client.get(f"/v1/areas/{area}/profile").json()

    assert found.pop("area") == client.get(f"/v1/areas/{area}").json()
    assert found.pop("chain")
    assert found == Expected(city, area).profile()


def test_a_profile_counts_what_the_rows_hold_of_every_part_of_a_grid(client: TestClient, city: CityRows) -> None:
    for area in city.parts(GRID):
        found = client.get(f"/v1/areas/{area}/profile").json()

        assert {key: found[key] for key in found.keys() - OF_ITSELF} == Expected(city, area).profile(), area


def test_the_profile_of_a_street_leaves_nothing_empty(client: TestClient) -> None:
    found = client.get(f"/v1/areas/{STREET}/profile").json()

    assert [key for key, value in found.items() if not value] == []
    assert [key for key in ("powers", "forces", "services") if 0 in found[key].values()] == []


def test_the_chain_is_what_covers_the_area_itself(client: TestClient, city: CityRows) -> None:
    for area in [CITY, STREET, COMMUNITY, GRID, city.to(city.of_kind(Kind.MEMBER_HOUSEHOLD)[0], "COVERS")[0]]:
        chain = client.get(f"/v1/areas/{area}/profile").json()["chain"]

        assert [org["id"] for org in chain] == city.at(area, "COVERS")
        for org in chain:
            row, superiors = city.by_id[org["id"]], city.to(org["id"], "UNDER")
            leading = city.posts(org["id"], "secretary", "group_leader", "household_member")
            holders = [holder for post in leading if (holder := city.holder(post))]
            assert org["superior"] == (city.found(superiors[0]) if superiors else None)
            assert org["secretary"] == (city.found(holders[0]) if holders else None)
            assert org["vacant"] is not bool(holders)
            assert str(org["members"] or "") == row["members"]
            assert (org["last_election"] or "", org["next_election"] or "") == (
                row["last_election"],
                row["next_election"],
            )


def test_the_name_of_a_secretary_is_masked(client: TestClient, city: CityRows) -> None:
    (org,) = client.get(f"/v1/areas/{STREET}/profile").json()["chain"]

    assert org["secretary"]["name"] == f"{city.by_id[org['secretary']['id']]['name'][0]}*"
