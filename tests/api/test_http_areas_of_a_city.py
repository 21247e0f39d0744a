"""The answers about an area, held to the rows and the published figures of `jilin`: a whole city, with villages."""

import csv
from collections.abc import Callable

import pytest
from city_rows import CityRows
from fastapi.testclient import TestClient
from mini_rows import Answer
from profile_oracle import Expected

from graph.engines import Engine
from graph.vocabulary import Kind

CITY = "220200000000"


@pytest.fixture
def whole(jilin: Engine, clients: Callable[[Engine], TestClient]) -> TestClient:
    """Asks the application on a real Neo4j that holds `jilin`."""
    return clients(jilin)


@pytest.fixture(scope="module")
def all_rows(tmp_path_factory: pytest.TempPathFactory) -> CityRows:
    """What `jilin` says of every kind."""
    return CityRows.of("jilin", tmp_path_factory.mktemp("city") / "jilin")


def profile(client: TestClient, area: str) -> Answer:
    return client.get(f"/v1/areas/{area}/profile").json()


def test_profiles_of_areas_of_every_kind_count_what_the_rows_hold(whole: TestClient, all_rows: CityRows) -> None:
    for area in [
        CITY,
        *all_rows.of_kind(Kind.COUNTY)[::4],
        *all_rows.of_kind(Kind.TOWN)[::15],
        *all_rows.of_kind(Kind.NEIGHBOURHOOD)[::120],
        *all_rows.of_kind(Kind.GRID)[::300],
    ]:
        found, expected = profile(whole, area), Expected(all_rows, area).profile()

        assert {key: found[key] for key in expected} == expected, area


def test_the_profile_of_the_city_has_the_published_figures(whole: TestClient, all_rows: CityRows) -> None:
    with (all_rows.folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        published = {row["key"]: int(float(row["value"])) for row in csv.DictReader(file)}
    found = profile(whole, CITY)
    officers, places = found["forces"]["officers"], found["services"]["places"]

    assert {
        "contact_leaders": sum(found["cadres"].values()),
        "grid_workers": found["forces"]["grid_workers"],
        "police_rooms": found["forces"]["police_rooms"],
        "sunk_officers": sum(one["total"] for one in officers if one["assignment"] == "posted"),
        "community_police": sum(one["total"] for one in officers if one["assignment"] == "community_police"),
        "station_chiefs": sum(one["total"] for one in officers if one["assignment"] == "station_chief"),
        "delegated_powers": found["powers"]["powers"],
        "enforcement_items": found["powers"]["enforcement_items"],
        "street_rights": found["powers"]["rights"],
        "service_centres": sum(one["total"] for one in places if one["kind"] == "ServiceCentre"),
        "red_posts": sum(one["total"] for one in places if one["kind"] == "RedPost"),
        "open_venues": sum(one["total"] for one in places if one["kind"] == "Venue"),
        "new_org_branches": sum(found["new_orgs"]["branches"].values()),
        "dispatched_branches": sum(found["new_orgs"]["dispatched"].values()),
        "institutions_down": found["institutions"]["units"],
        "posts_down": found["institutions"]["posts"],
        "staff_down": found["institutions"]["staff"],
        "activity_participations": found["alliances"]["participants"],
        "alliance_units": found["alliances"]["member_units"],
    }.items() <= published.items()


def vacant(client: TestClient, area: str) -> dict[str, Answer]:
    items = client.get(f"/v1/areas/{area}/responsible?page_size=1000").json()["items"]
    return {item["role"]: item["stands_in"] for item in items if item["vacant"] and item["area"]["id"] == area}


def test_a_village_and_a_town_without_an_organisation_are_their_cadres(whole: TestClient, all_rows: CityRows) -> None:
    areas = [id for id in all_rows.of_kind(Kind.TOWN, Kind.NEIGHBOURHOOD) if not all_rows.at(id, "COVERS")]
    assert areas
    for area in areas[::40]:
        (cadre,) = all_rows.at(area, "CONTACTS")
        stands_in = vacant(whole, area)["organisation"]

        assert (stands_in["id"], stands_in["reason"], stands_in["name"]) == (
            cadre,
            "contact_cadre",
            all_rows.name(cadre),
        )


def test_a_village_is_its_towns_stations_where_the_town_has_one(whole: TestClient, all_rows: CityRows) -> None:
    told = set[bool]()
    villages = [id for id in all_rows.of_kind(Kind.NEIGHBOURHOOD) if not all_rows.at(id, "POSTED_TO")]
    for village in villages[::60]:
        stations = all_rows.at(all_rows.to(village, "WITHIN")[0], "SERVES", kind=Kind.POLICE_STATION)
        found = vacant(whole, village)

        assert ("community_police" in found) is bool(stations)
        assert not stations or found["community_police"]["id"] in stations
        told.add(bool(stations))
    assert told == {True, False}


def test_of_duties_that_streets_of_some_counties_alone_bear_others_bear_none(
    whole: TestClient, all_rows: CityRows
) -> None:
    for street in all_rows.of_kind(Kind.TOWN)[::9]:
        items = whole.get(f"/v1/areas/{street}/duties?page_size=1000").json()["items"]

        assert [item["duty"]["id"] for item in items] == all_rows.at(street, "BORNE_BY")
