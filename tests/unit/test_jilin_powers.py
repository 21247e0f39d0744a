"""What the streets of ``jilin`` may do, must do and have to do it with."""

from collections import Counter
from collections.abc import Sequence

import pytest

from graph.errors import DataSetError
from graph.vocabulary import Kind
from seed_data.synthesis.departments import Department, ServingDepartments
from seed_data.synthesis.rows import AreaRow, Cell, DataSetRows, EntryRow, UnitRow
from seed_data.synthesis.table import listed

STREET = "220202006000"


@pytest.fixture(scope="module")
def streets(jilin: DataSetRows) -> list[str]:
    return [area.id for area in jilin.areas if area.category == "street"]


def of_kind(jilin: DataSetRows, *kinds: Kind) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind in kinds]


def several(cell: Cell) -> Sequence[str]:
    assert isinstance(cell, list)
    return cell


def test_twenty_powers_22_items_and_five_rights_went_to_every_street(jilin: DataSetRows, streets: list[str]) -> None:
    made = of_kind(jilin, Kind.POWER, Kind.ENFORCEMENT_ITEM, Kind.RIGHT)
    assert Counter(entry.kind for entry in made) == {Kind.POWER: 20, Kind.ENFORCEMENT_ITEM: 22, Kind.RIGHT: 5}
    assert all(entry.cells["town_ids"] == streets for entry in made)
    assert len({entry.name for entry in made}) == len(made)


def test_the_five_rights_are_the_published_ones(jilin: DataSetRows) -> None:
    published = next(figure for figure in jilin.figures if figure.key == "street_rights")
    assert [right.name for right in of_kind(jilin, Kind.RIGHT)] == published.phrase.split()


def test_powers_and_items_are_delegated_by_the_citys_own_departments(jilin: DataSetRows) -> None:
    units = {unit.id: unit for unit in jilin.units}
    made = of_kind(jilin, Kind.POWER, Kind.ENFORCEMENT_ITEM)
    delegating = {units[str(entry.cells["unit_id"])] for entry in made}
    assert {unit.category for unit in delegating} == {"department"}
    # The city's stand first, one a line.
    own = {unit.id for unit in jilin.units[:13]}
    assert {unit.id for unit in delegating} <= own
    assert {units[str(e.cells["unit_id"])].line for e in of_kind(jilin, Kind.ENFORCEMENT_ITEM)} >= {
        "城管",
        "市场监管",
        "应急",
    }


def test_a_basis_names_the_city_and_keeps_no_placeholder(jilin: DataSetRows) -> None:
    made = of_kind(jilin, Kind.POWER, Kind.ENFORCEMENT_ITEM, Kind.RIGHT, Kind.DUTY)
    assert not [entry.name for entry in made if "吉林市" not in str(entry.cells["basis"])]
    assert not [entry.name for entry in made if "{" in str(entry.cells["basis"]) or ";" in str(entry.cells["basis"])]


def test_most_duties_have_something_behind_them_and_a_handful_nothing(jilin: DataSetRows) -> None:
    duties = of_kind(jilin, Kind.DUTY)
    bare = [duty for duty in duties if "power_ids" not in duty.cells]
    assert len(duties) >= 30
    assert 3 <= len(bare) <= 8


def test_what_stands_behind_the_duties_is_of_all_three_sorts(jilin: DataSetRows) -> None:
    kinds = {entry.id: entry.kind for entry in of_kind(jilin, Kind.POWER, Kind.ENFORCEMENT_ITEM, Kind.RIGHT)}
    backed = [duty for duty in of_kind(jilin, Kind.DUTY) if "power_ids" in duty.cells]
    backing = {id for duty in backed for id in several(duty.cells["power_ids"])}
    assert backing <= set(kinds)
    assert {kinds[id] for id in backing} == set(kinds.values())
    # No power was given down without a duty it serves.
    assert not {id for id, kind in kinds.items() if kind is Kind.POWER} - backing


def test_a_few_duties_are_borne_by_some_streets_alone(jilin: DataSetRows, streets: list[str]) -> None:
    duties = {duty.name: several(duty.cells["town_ids"]) for duty in of_kind(jilin, Kind.DUTY)}
    some = {name: towns for name, towns in duties.items() if towns != streets}
    assert 1 <= len(some) <= 5
    assert all(set(towns) < set(streets) for towns in some.values())
    zones = {area.id for area in jilin.areas if area.category == "dev_zone"}
    parents = {area.id: area.parent_id for area in jilin.areas}
    assert {parents[town] for town in some["服务辖区企业和项目落地"]} <= zones


def test_a_street_has_two_to_four_added_offices(jilin: DataSetRows) -> None:
    offices = Counter(str(office.cells["org_id"]) for office in of_kind(jilin, Kind.STREET_OFFICE))
    assert set(offices) == {org.id for org in jilin.orgs if org.kind is Kind.STREET_COMMITTEE}
    assert (min(offices.values()), max(offices.values())) == (2, 4)
    names = [(office.cells["org_id"], office.name) for office in of_kind(jilin, Kind.STREET_OFFICE)]
    assert len(set(names)) == len(names)


def test_a_street_has_the_four_platforms(jilin: DataSetRows, streets: list[str]) -> None:
    fields = {street: set[str]() for street in streets}
    for platform in of_kind(jilin, Kind.PLATFORM):
        fields[str(platform.cells["town_id"])].add(str(platform.cells["field"]))
    assert len(of_kind(jilin, Kind.PLATFORM)) == 4 * 68
    assert all(own == {"综治工作", "市场监管", "综合执法", "便民服务"} for own in fields.values())


def test_the_streets_administrative_posts_grew_by_the_published_part(jilin: DataSetRows) -> None:
    committees = [org.id for org in jilin.orgs if org.kind is Kind.STREET_COMMITTEE]
    before = [int(str(jilin.ledgers[id]["admin_posts_before"])) for id in committees]
    after = [int(str(jilin.ledgers[id]["admin_posts"])) for id in committees]
    assert len(before) == 68
    assert round((sum(after) - sum(before)) * 100 / sum(before), 1) == 6.8
    assert all(now >= then > 0 for then, now in zip(before, after, strict=True))


def test_the_street_that_mini_is_cut_to_has_something_of_each(jilin: DataSetRows) -> None:
    rows = of_kind(jilin, Kind.STREET_OFFICE, Kind.PLATFORM)
    assert {
        row.kind for row in rows if row.cells.get("town_id", row.cells.get("org_id")) in (STREET, f"D{STREET}")
    } == {
        Kind.STREET_OFFICE,
        Kind.PLATFORM,
    }


def test_a_recipe_that_lists_too_few_is_refused() -> None:
    assert listed(["a", "b", "c"], 2, "powers") == ["a", "b"]
    with pytest.raises(DataSetError, match="4 powers are published, and the recipe lists 3"):
        listed(["a", "b", "c"], 4, "powers")


def test_a_county_is_served_by_its_own_department_or_the_citys() -> None:
    city, county = AreaRow("1", Kind.CITY, "云州市", ""), AreaRow("2", Kind.COUNTY, "河口区", "1")
    of_city, of_county = (
        UnitRow("U1", "云州市公安局", "department", "公安"),
        UnitRow("U2", "河口分局", "department", "公安"),
    )
    fire = UnitRow("U3", "云州市消防救援支队", "department", "消防")
    units = {
        Department(city, "公安", ""): of_city,
        Department(county, "公安", ""): of_county,
        Department(city, "消防", ""): fire,
    }
    serving = ServingDepartments(units, city)
    assert [serving.of("公安", county), serving.of("公安", city), serving.of("消防", county)] == [
        of_county,
        of_city,
        fire,
    ]
    with pytest.raises(DataSetError, match="Neither 河口区 nor 云州市 has a department of the line 税务"):
        serving.of("税务", county)
