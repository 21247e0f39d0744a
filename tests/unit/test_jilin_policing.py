"""The police of ``jilin``, the officers sent down to its streets and towns, and what they brought about."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence

import pytest

from graph.vocabulary import Assignment, Kind, ResultCategory
from seed_data.synthesis.rows import AreaRow, DataSetRows, EntryRow

STREET = "220202006000"
CITY = "220200000000"
URBAN = {"district", "dev_zone"}
IN_GRIDS = {"公安", "城管", "市场监管", "应急", "消防", "法院", "检察"}


@pytest.fixture(scope="module")
def streets(areas: dict[str, AreaRow]) -> set[str]:
    return {area.id for area in areas.values() if area.category == "street"}


@pytest.fixture(scope="module")
def stations(jilin: DataSetRows) -> dict[str, EntryRow]:
    return {entry.id: entry for entry in jilin.entries if entry.kind is Kind.POLICE_STATION}


@pytest.fixture(scope="module")
def urban(stations: dict[str, EntryRow], areas: dict[str, AreaRow]) -> set[str]:
    """The stations of the districts and the development zones."""
    return {id for id, one in stations.items() if areas[areas[cell(one, "town_id")].parent_id].category in URBAN}


@pytest.fixture(scope="module")
def officers(jilin: DataSetRows) -> dict[str, list[EntryRow]]:
    found = defaultdict[str, list[EntryRow]](list)
    for entry in jilin.entries:
        if entry.kind is Kind.OFFICER:
            found[cell(entry, "assignment")].append(entry)
    return found


@pytest.fixture(scope="module")
def serving(jilin: DataSetRows) -> dict[tuple[str, str], str]:
    """The id of the department by the county, or the city, and the line."""
    counties = {area.name.rstrip("区市县"): area.id for area in jilin.areas if area.kind is Kind.COUNTY}
    short = {**counties, "吉林经开区": "220271000000", "吉林高新区": "220272000000"}
    found = dict[tuple[str, str], str]()
    for unit in (unit for unit in jilin.units if unit.line):
        owner = next((area for name, area in short.items() if name in unit.name.removeprefix("吉林市")), CITY)
        found[owner, unit.line] = unit.id
    assert len(found) == sum(bool(unit.line) for unit in jilin.units)
    return found


def cell(entry: EntryRow, column: str) -> str:
    return str(entry.cells.get(column, ""))


def held(entry: EntryRow) -> Sequence[str]:
    ids = entry.cells.get("post_ids", [])
    assert isinstance(ids, list)
    return ids


def test_every_street_has_one_leading_station_of_its_own(stations: dict[str, EntryRow], streets: set[str]) -> None:
    leading = Counter(cell(one, "town_id") for one in stations.values() if one.cells["is_lead"])
    assert leading == dict.fromkeys(streets, 1)


def test_66_stations_stand_in_the_city_and_some_of_its_streets_have_two(
    stations: dict[str, EntryRow], urban: set[str], streets: set[str]
) -> None:
    assert len(urban) == 66
    assert set(Counter(cell(stations[id], "town_id") for id in urban).values()) == {1, 2}
    assert {cell(stations[id], "town_id") for id in urban} <= streets


def test_elsewhere_every_town_has_one_station(
    stations: dict[str, EntryRow], urban: set[str], areas: dict[str, AreaRow]
) -> None:
    rest = Counter(cell(one, "town_id") for id, one in stations.items() if id not in urban)
    towns = {a.id for a in areas.values() if a.kind is Kind.TOWN and areas[a.parent_id].category not in URBAN}
    assert rest == dict.fromkeys(towns, 1)


def test_a_station_is_a_part_of_the_bureau_of_its_county_or_the_citys(
    stations: dict[str, EntryRow], areas: dict[str, AreaRow], serving: dict[tuple[str, str], str]
) -> None:
    for one in stations.values():
        county = areas[cell(one, "town_id")].parent_id
        assert cell(one, "unit_id") == serving.get((county, "公安"), serving[CITY, "公安"]), one.name
    assert len({one.name for one in stations.values()}) == len(stations)


def test_community_police_are_the_published_part_of_all_police(
    stations: dict[str, EntryRow], officers: dict[str, list[EntryRow]]
) -> None:
    police = {id: int(cell(one, "police")) for id, one in stations.items()}
    own = Counter(cell(one, "station_id") for one in officers[Assignment.COMMUNITY_POLICE])
    assert (sum(own.values()), sum(police.values())) == (895, 2159)
    assert round(895 * 100 / sum(police.values()), 2) == 41.45
    assert all(count > own[id] for id, count in police.items())


def test_every_community_has_its_police_from_a_station_of_its_street(
    stations: dict[str, EntryRow], officers: dict[str, list[EntryRow]], areas: dict[str, AreaRow], jilin: DataSetRows
) -> None:
    places, guests = defaultdict[str, set[str]](set), list[EntryRow]()
    for one in officers[Assignment.COMMUNITY_POLICE]:
        if areas[cell(one, "area_id")].parent_id == cell(stations[cell(one, "station_id")], "town_id"):
            places[cell(one, "area_id")].add(cell(one, "station_id"))
        else:
            guests.append(one)
    communities = {org.area_id for org in jilin.orgs if org.kind is Kind.COMMUNITY_ORG}
    assert set(places) == communities
    assert max(len(found) for found in places.values()) == 1
    # Three streets are all villages: the police of each serve another community of the county.
    homes = [areas[cell(stations[cell(one, "station_id")], "town_id")] for one in guests]
    assert len({home.id for home in homes}) == len(homes) == 3
    assert not {areas[id].parent_id for id in communities} & {home.id for home in homes}
    assert [areas[areas[cell(one, "area_id")].parent_id].parent_id for one in guests] == [h.parent_id for h in homes]


def test_community_police_and_chiefs_each_hold_one_post_of_their_own_where_they_serve(
    jilin: DataSetRows, officers: dict[str, list[EntryRow]]
) -> None:
    posts = {entry.id: entry for entry in jilin.entries if entry.kind is Kind.POST}
    orgs = {org.area_id: org.id for org in jilin.orgs if org.kind in (Kind.STREET_COMMITTEE, Kind.COMMUNITY_ORG)}
    found = list[str]()
    for one in [*officers[Assignment.STATION_CHIEF], *officers[Assignment.COMMUNITY_POLICE]]:
        (post_id,) = held(one)
        assert posts[post_id].cells == {"body_id": orgs[cell(one, "area_id")], "role": "committee_member"}
        found.append(post_id)
    assert len(set(found)) == len(found) == 68 + 895


def test_a_chief_of_each_leading_station_sits_in_the_leadership_of_its_street(
    stations: dict[str, EntryRow], officers: dict[str, list[EntryRow]], streets: set[str]
) -> None:
    chiefs = officers[Assignment.STATION_CHIEF]
    assert len(chiefs) == 68
    assert {cell(one, "area_id") for one in chiefs} == streets
    for chief in chiefs:
        station = stations[cell(chief, "station_id")]
        assert station.cells["is_lead"]
        assert cell(station, "town_id") == cell(chief, "area_id")


def test_443_pairs_are_one_to_one_and_none_of_the_66_stations_is_without(
    stations: dict[str, EntryRow],
    urban: set[str],
    officers: dict[str, list[EntryRow]],
    areas: dict[str, AreaRow],
    serving: dict[tuple[str, str], str],
) -> None:
    police = {one.id: one for one in officers[Assignment.COMMUNITY_POLICE]}
    pairs = officers[Assignment.BUREAU_POLICE]
    assert len({cell(one, "paired_id") for one in pairs}) == len(pairs) == 443
    assert {cell(police[cell(one, "paired_id")], "station_id") for one in pairs} == urban
    for one in pairs:
        station = stations[cell(police[cell(one, "paired_id")], "station_id")]
        county = areas[cell(station, "town_id")].parent_id
        assert cell(one, "unit_id") in (serving[CITY, "公安"], serving[county, "公安"])
    assert len({cell(one, "unit_id") == serving[CITY, "公安"] for one in pairs}) == 2


def test_an_officer_stands_after_those_he_names(jilin: DataSetRows) -> None:
    seen = set[str]()
    for entry in jilin.entries:
        named = [cell(entry, "paired_id"), *held(entry)] if entry.kind is Kind.OFFICER else []
        assert set(named) - {""} <= seen
        seen.add(entry.id)


def test_193_rooms_stand_in_communities_under_the_station_that_looks_after_them(
    jilin: DataSetRows, officers: dict[str, list[EntryRow]], stations: dict[str, EntryRow], areas: dict[str, AreaRow]
) -> None:
    posted = {(cell(one, "area_id"), cell(one, "station_id")) for one in officers[Assignment.COMMUNITY_POLICE]}
    rooms = [entry for entry in jilin.entries if entry.kind is Kind.POLICE_ROOM]
    communities = {org.area_id for org in jilin.orgs if org.kind is Kind.COMMUNITY_ORG}
    assert len({cell(room, "community_id") for room in rooms}) == len(rooms) == 193
    assert all(cell(room, "community_id") in communities for room in rooms)
    assert all((cell(room, "community_id"), cell(room, "station_id")) in posted for room in rooms)
    assert all(
        cell(stations[cell(room, "station_id")], "town_id") == areas[cell(room, "community_id")].parent_id
        for room in rooms
    )


def test_2246_officers_of_13_lines_went_to_every_street_and_town(
    jilin: DataSetRows, officers: dict[str, list[EntryRow]], areas: dict[str, AreaRow], streets: set[str]
) -> None:
    posted = officers[Assignment.POSTED]
    assert len(posted) == 2246
    assert {cell(one, "line") for one in posted} == set(tomllib.loads(jilin.about)["lines"])
    counts = Counter(cell(one, "area_id") for one in posted)
    towns = {area.id for area in areas.values() if area.kind is Kind.TOWN}
    assert set(counts) == towns
    assert min(counts[id] for id in streets) > max(counts[id] for id in towns - streets)


def test_158_of_them_are_of_urban_management_over_all_streets(
    officers: dict[str, list[EntryRow]], streets: set[str]
) -> None:
    urban_officers = [one for one in officers[Assignment.POSTED] if cell(one, "line") == "城管"]
    assert len(urban_officers) == 158
    assert {cell(one, "area_id") for one in urban_officers} == streets


def test_an_officer_is_of_the_department_of_the_county_or_the_citys(
    officers: dict[str, list[EntryRow]], areas: dict[str, AreaRow], serving: dict[tuple[str, str], str]
) -> None:
    for one in officers[Assignment.POSTED]:
        county, line = areas[cell(one, "area_id")].parent_id, cell(one, "line")
        assert cell(one, "unit_id") == serving.get((county, line), serving[CITY, line])
        assert "posted_on" in one.cells


def test_a_good_part_of_the_forces_serve_a_grid_of_their_street(
    officers: dict[str, list[EntryRow]], streets: set[str], areas: dict[str, AreaRow]
) -> None:
    might = [o for o in officers[Assignment.POSTED] if cell(o, "area_id") in streets and cell(o, "line") in IN_GRIDS]
    do = [one for one in officers[Assignment.POSTED] if "grid_id" in one.cells]
    assert {one.id for one in do} < {one.id for one in might}
    assert len(might) < 2 * len(do)
    assert {cell(one, "line") for one in do} == IN_GRIDS
    assert len({cell(one, "grid_id") for one in do}) * 2 > len(do)
    assert all(areas[areas[cell(one, "grid_id")].parent_id].parent_id == cell(one, "area_id") for one in do)


def test_the_streets_own_enforcers_are_five_on_average_and_of_no_department(
    officers: dict[str, list[EntryRow]], streets: set[str]
) -> None:
    enforcers = officers[Assignment.STREET_ENFORCER]
    counts = Counter(cell(one, "area_id") for one in enforcers)
    assert len(enforcers) == 5 * 68
    assert set(counts) == streets
    assert 3 <= min(counts.values()) < max(counts.values()) <= 8
    assert not [one for one in enforcers if "unit_id" in one.cells]


def test_the_results_are_the_published_amounts_street_by_street(jilin: DataSetRows, streets: set[str]) -> None:
    published = {figure.key: figure for figure in jilin.figures}
    results = [entry for entry in jilin.entries if entry.kind is Kind.ENFORCEMENT_RESULT]
    for category in ResultCategory:
        own = [entry for entry in results if entry.cells["category"] == category]
        assert {cell(one, "town_id") for one in own} == streets
        assert len(own) == len(streets)
        assert sum(int(cell(one, "amount")) for one in own) == int(published[f"result_{category}"].value)
        assert {cell(one, "unit") for one in own} == {published[f"result_{category}"].unit}


def test_the_street_that_mini_is_cut_to_has_officers_of_every_assignment(
    stations: dict[str, EntryRow], officers: dict[str, list[EntryRow]], jilin: DataSetRows
) -> None:
    there = {id for id, one in stations.items() if cell(one, "town_id") == STREET}
    police = {one.id for one in officers[Assignment.COMMUNITY_POLICE] if cell(one, "station_id") in there}
    assert police
    assert any(cell(one, "paired_id") in police for one in officers[Assignment.BUREAU_POLICE])
    rooms = [entry for entry in jilin.entries if entry.kind is Kind.POLICE_ROOM]
    assert any(cell(room, "station_id") in there for room in rooms)
    for assignment in (Assignment.POSTED, Assignment.STATION_CHIEF, Assignment.STREET_ENFORCER):
        assert any(cell(one, "area_id") == STREET for one in officers[assignment])
