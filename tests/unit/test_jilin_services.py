"""The service places of ``jilin``, the catalogue of what they offer, and where the units are."""

import shutil
from collections import Counter
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graph.errors import DataSetError
from graph.vocabulary import AreaCategory, Kind, UnitCategory
from seed_data.synthesis.rows import AreaRow, DataSetRows, EntryRow
from seed_data.synthesis.service_recipe import ServicesRecipe
from seed_data.synthesis.table import read_table

MINI_STREET = "220202006"


@pytest.fixture(scope="module")
def places(jilin: DataSetRows) -> dict[str, list[EntryRow]]:
    """The centres and stations by the area they serve."""
    found: dict[str, list[EntryRow]] = {}
    for entry in of_kind(jilin, Kind.SERVICE_CENTRE):
        found.setdefault(str(entry.cells["area_id"]), []).append(entry)
    return found


def of_kind(jilin: DataSetRows, kind: Kind) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is kind]


def offered(entry: EntryRow) -> set[str]:
    items = entry.cells["item_ids"]
    assert isinstance(items, Sequence)
    return set(items)


def test_the_published_numbers_of_places_categories_and_items_are_reached(jilin: DataSetRows) -> None:
    figures = {figure.key: int(figure.value) for figure in jilin.figures if figure.key.startswith(("service", "red"))}
    counts = Counter(entry.kind for entry in jilin.entries)
    assert counts[Kind.SERVICE_CENTRE] == figures["service_centres"]
    assert counts[Kind.RED_POST] == figures["red_posts"]
    assert counts[Kind.SERVICE_CATEGORY] == figures["service_categories"]
    assert counts[Kind.SERVICE_ITEM] > figures["service_items"]


def test_every_category_has_items_and_no_two_items_have_one_name(jilin: DataSetRows) -> None:
    items = of_kind(jilin, Kind.SERVICE_ITEM)
    assert {item.cells["category_id"] for item in items} == {one.id for one in of_kind(jilin, Kind.SERVICE_CATEGORY)}
    assert len({item.name for item in items}) == len(items)


def test_every_street_has_a_centre_and_every_community_a_station(
    jilin: DataSetRows, areas: dict[str, AreaRow], places: dict[str, list[EntryRow]]
) -> None:
    assert {len(entries) for entries in places.values()} == {1}
    category = {area: entries[0].cells["category"] for area, entries in places.items()}
    for area in jilin.areas:
        if area.category == AreaCategory.STREET:
            assert category[area.id] == "centre"
        if area.category == AreaCategory.RESIDENTS_COMMITTEE and areas[area.parent_id].category == "street":
            assert category[area.id] == "station"
    assert {(areas[area].kind, word) for area, word in category.items()} == {
        (Kind.TOWN, "centre"),
        (Kind.NEIGHBOURHOOD, "station"),
        (Kind.GRID, "station"),
    }


def test_some_items_are_offered_nowhere_below_the_street_and_a_station_never_offers_nothing(
    jilin: DataSetRows, areas: dict[str, AreaRow], places: dict[str, list[EntryRow]]
) -> None:
    at_stations, at_centres = set[str](), set[str]()
    for area, (entry,) in places.items():
        assert offered(entry), entry.name
        (at_centres if areas[area].kind is Kind.TOWN else at_stations).update(offered(entry))
    assert at_centres == {item.id for item in of_kind(jilin, Kind.SERVICE_ITEM)}
    assert at_stations < at_centres
    assert len(at_centres - at_stations) >= 10


def test_a_centre_offers_all_of_most_categories(jilin: DataSetRows, places: dict[str, list[EntryRow]]) -> None:
    of_category = Counter(str(item.cells["category_id"]) for item in of_kind(jilin, Kind.SERVICE_ITEM))
    category = {item.id: str(item.cells["category_id"]) for item in of_kind(jilin, Kind.SERVICE_ITEM)}
    for (entry,) in places.values():
        if entry.cells["category"] == "centre":
            found = Counter(category[item] for item in offered(entry))
            assert sum(found[one] == count for one, count in of_category.items()) > len(of_category) // 2, entry.name


def test_red_posts_stand_in_compounds_of_their_own_and_offer_a_few_items(
    jilin: DataSetRows, areas: dict[str, AreaRow]
) -> None:
    posts = of_kind(jilin, Kind.RED_POST)
    compounds = [str(post.cells["compound_id"]) for post in posts]
    assert len(set(compounds)) == len(posts)
    assert {areas[compound].kind for compound in compounds} == {Kind.COMPOUND}
    assert any(compound.startswith(MINI_STREET) for compound in compounds)
    known = {item.id for item in of_kind(jilin, Kind.SERVICE_ITEM)}
    for post in posts:
        assert 3 <= len(offered(post)) <= 5
        assert offered(post) <= known


def test_a_red_post_offers_nothing_that_no_category_has(tmp_path: Path) -> None:
    with as_file(files("seed_data") / "jilin" / "services.toml") as file:
        shutil.copy(file, tmp_path / "services.toml")
    recipe = tmp_path / "services.toml"
    recipe.write_text(recipe.read_text("utf-8").replace('items = ["歇脚休息"', 'items = ["歇角休息"'), encoding="utf-8")
    with pytest.raises(DataSetError, match="歇角休息"):
        read_table(recipe, ServicesRecipe)


def test_every_unit_of_an_alliance_is_somewhere_and_a_department_where_it_is_the_department_of(
    jilin: DataSetRows, areas: dict[str, AreaRow]
) -> None:
    place = {alliance.id: areas[alliance.lead_id.removeprefix("D")] for alliance in jilin.alliances}
    seats: dict[str, list[AreaRow]] = {}
    for membership in jilin.memberships:
        seats.setdefault(membership.unit_id, []).append(place[membership.alliance_id])
    units = {unit.id: unit for unit in jilin.units}
    for unit_id, seated in seats.items():
        own = areas[str(jilin.ledgers[unit_id]["area_id"])]
        if units[unit_id].category == UnitCategory.DEPARTMENT:
            assert own.kind is Kind.CITY or {street.parent_id for street in seated} == {own.id}
        else:
            assert own.id in {area.id for area in seated if area.kind is Kind.NEIGHBOURHOOD}
