"""The public institutions that ``jilin`` moves down to its streets and towns."""

from collections import Counter
from collections.abc import Mapping

import pytest

from graph.vocabulary import Kind, UnitCategory
from seed_data.synthesis.rows import Cells, DataSetRows, UnitRow


@pytest.fixture(scope="module")
def moved(jilin: DataSetRows) -> Mapping[str, Cells]:
    return {id: cells for id, cells in jilin.ledgers.items() if "moved_down_to_id" in cells}


def test_596_institutions_went_down_with_their_posts_and_staff(moved: Mapping[str, Cells]) -> None:
    assert len(moved) == 596
    assert sum(int(str(cells["posts"])) for cells in moved.values()) == 3167
    assert sum(int(str(cells["staff"])) for cells in moved.values()) == 2367


def test_no_institution_has_more_staff_than_posts_and_some_have_vacancies(moved: Mapping[str, Cells]) -> None:
    vacant = [int(str(cells["posts"])) - int(str(cells["staff"])) for cells in moved.values()]
    assert min(vacant) == 0
    assert max(vacant) > 1
    assert min(int(str(cells["posts"])) for cells in moved.values()) > 0


def test_every_street_and_town_got_some_and_no_two_of_one_name(
    jilin: DataSetRows, moved: Mapping[str, Cells], units: dict[str, UnitRow]
) -> None:
    towns = Counter(str(cells["moved_down_to_id"]) for cells in moved.values())
    assert set(towns) == {area.id for area in jilin.areas if area.kind is Kind.TOWN}
    assert min(towns.values()) >= 2
    assert len({unit.name for unit in jilin.units}) == len(jilin.units)
    assert all(units[id].category == UnitCategory.INSTITUTION for id in moved)


def test_an_institution_stands_where_it_went_and_is_called_after_it(
    jilin: DataSetRows, moved: Mapping[str, Cells], units: dict[str, UnitRow]
) -> None:
    areas = {area.id: area for area in jilin.areas}
    # The register calls two economic zones 特殊, which nobody else does.
    for id, cells in moved.items():
        town = areas[str(cells["moved_down_to_id"])]
        called = f"{areas[town.parent_id].name}{town.name}"
        assert cells["area_id"] == town.id
        assert units[id].name.startswith(called.removesuffix("特殊街道").removesuffix("特殊乡镇"))


def test_a_farming_station_went_to_no_street(
    jilin: DataSetRows, moved: Mapping[str, Cells], units: dict[str, UnitRow]
) -> None:
    streets = {area.id for area in jilin.areas if area.category == "street"}
    farming = [id for id in moved if units[id].name.endswith(("农业技术推广站", "畜牧兽医站"))]
    assert farming
    assert not [id for id in farming if moved[id]["moved_down_to_id"] in streets]


def test_those_that_went_down_come_after_the_units_that_stood_before(
    jilin: DataSetRows, moved: Mapping[str, Cells]
) -> None:
    assert not {membership.unit_id for membership in jilin.memberships} & set(moved)
    assert min(moved) == "U1923"
