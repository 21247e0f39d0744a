"""The built-in data set ``jilin``: the cadres in contact with each area, and the workers of the grids."""

from collections import Counter, defaultdict

import pytest

from graph.vocabulary import CadreRank, Kind
from seed_data.synthesis.cadres import CadreDistrict
from seed_data.synthesis.rows import AreaRow, Cell, DataSetRows, EntryRow

RANKS = {
    CadreRank.CITY_LEADER: Kind.COUNTY,
    CadreRank.COUNTY_LEADER: Kind.TOWN,
    CadreRank.SECTION_LEVEL: Kind.NEIGHBOURHOOD,
    CadreRank.OTHER: Kind.GRID,
}


@pytest.fixture(scope="module")
def figures(jilin: DataSetRows) -> dict[str, int]:
    return {figure.key: int(float(figure.value)) for figure in jilin.figures}


@pytest.fixture(scope="module")
def cadres(jilin: DataSetRows) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is Kind.CADRE]


@pytest.fixture(scope="module")
def workers(jilin: DataSetRows) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is Kind.GRID_WORKER]


def ids(cell: Cell) -> list[str]:
    assert isinstance(cell, list | tuple)
    return list(cell)


def test_the_cadres_are_as_many_as_published(cadres: list[EntryRow], figures: dict[str, int]) -> None:
    assert len(cadres) == len({cadre.id for cadre in cadres}) == figures["contact_leaders"]


def test_every_area_has_one_cadre_of_the_matching_rank_and_no_other(
    cadres: list[EntryRow], areas: dict[str, AreaRow]
) -> None:
    held = Counter((cadre.cells["rank"], area_id) for cadre in cadres for area_id in ids(cadre.cells["area_ids"]))
    ranks = {kind: rank for rank, kind in RANKS.items()}
    assert held == {(ranks[area.kind], area.id): 1 for area in areas.values() if area.kind in ranks}
    assert held.total() == 12 + 150 + 1771 + 3438


def test_every_cadre_has_an_area_and_some_have_several(cadres: list[EntryRow]) -> None:
    for rank in RANKS:
        sizes = {len(ids(cadre.cells["area_ids"])) for cadre in cadres if cadre.cells["rank"] == rank}
        assert min(sizes) == 1
        assert max(sizes) > 1


def test_a_cadres_areas_are_neighbours(cadres: list[EntryRow], areas: dict[str, AreaRow]) -> None:
    wholes = {cadre.id: {areas[area].parent_id for area in ids(cadre.cells["area_ids"])} for cadre in cadres}
    assert {id for id, those in wholes.items() if len(those) > 1} == set()


@pytest.fixture(scope="module")
def headed(jilin: DataSetRows) -> dict[str, str]:
    """Return the area whose committee each post of a working group's head belongs to."""
    areas = {e.id: str(e.cells["org_id"]).removeprefix("D") for e in jilin.entries if e.kind is Kind.COMMITTEE}
    groups = (entry for entry in jilin.entries if entry.kind is Kind.WORKING_GROUP)
    return {f"P{group.id}-1": areas[str(group.cells["committee_id"])] for group in groups}


@pytest.fixture(scope="module")
def leaders(jilin: DataSetRows) -> dict[str, EntryRow]:
    """Return who holds each post, persons and cadres alike."""
    held = [entry for entry in jilin.entries if entry.kind in (Kind.PERSON, Kind.CADRE)]
    return {post_id: entry for entry in held for post_id in ids(entry.cells.get("post_ids", ()))}


def test_each_working_group_is_headed_by_another_leader_who_holds_a_post_of_its_own_level(
    leaders: dict[str, EntryRow], headed: dict[str, str], figures: dict[str, int]
) -> None:
    heads = defaultdict[str, list[EntryRow]](list)
    for post_id, area_id in headed.items():
        head = leaders[post_id]
        heads[area_id].append(head)
        assert len([id for id in ids(head.cells["post_ids"]) if id.startswith(f"PD{area_id}-")]) == 1
    assert {len({head.id for head in those}) for those in heads.values()} == {figures["working_group_heads"]}


def test_a_head_who_is_in_contact_with_areas_is_a_leader_of_where_these_lie(
    leaders: dict[str, EntryRow], areas: dict[str, AreaRow], headed: dict[str, str]
) -> None:
    ranks = {Kind.CITY: CadreRank.CITY_LEADER, Kind.COUNTY: CadreRank.COUNTY_LEADER}
    for post_id, area_id in headed.items():
        if leaders[post_id].kind is Kind.CADRE:
            assert leaders[post_id].cells["rank"] == ranks[areas[area_id].kind]
            assert {areas[id].parent_id for id in ids(leaders[post_id].cells["area_ids"])} == {area_id}


def test_those_in_contact_with_nobody_head_a_group_only_where_there_are_fewer_towns_than_groups(
    leaders: dict[str, EntryRow], areas: dict[str, AreaRow], headed: dict[str, str]
) -> None:
    towns = Counter(area.parent_id for area in areas.values() if area.kind is Kind.TOWN)
    beside = Counter(area_id for post_id, area_id in headed.items() if leaders[post_id].kind is Kind.PERSON)
    assert beside == {id: 5 - count for id, count in towns.items() if count < 5}


def test_no_leader_stands_twice_as_one_in_contact_and_as_one_with_a_post(
    cadres: list[EntryRow], leaders: dict[str, EntryRow], areas: dict[str, AreaRow], jilin: DataSetRows
) -> None:
    committees = [org for org in jilin.orgs if org.kind in (Kind.CITY_COMMITTEE, Kind.COUNTY_COMMITTEE)]
    for org in committees:
        own = [k for k in cadres if areas[ids(k.cells["area_ids"])[0]].parent_id == org.area_id]
        holders = [leaders[id] for id in leaders if id.rpartition("-")[0] == f"P{org.id}"]
        without = [cadre for cadre in own if cadre not in holders]
        # Nobody but a leader in contact holds a post while one of them holds none.
        assert not without or {holder.kind for holder in holders} == {Kind.CADRE}
        assert len(holders) == len({holder.id for holder in holders})


def test_the_secretary_heads_no_working_group(leaders: dict[str, EntryRow], headed: dict[str, str]) -> None:
    assert {leaders[f"PD{area_id}-1"].id for area_id in headed.values()}.isdisjoint(
        leaders[post_id].id for post_id in headed
    )


@pytest.mark.parametrize(("groups", "count"), [(5, 3), (2, 2), (0, 1)])
def test_a_pool_has_a_leader_for_each_group_as_far_as_it_has_areas(groups: int, count: int) -> None:
    towns = [AreaRow(f"99010200{place}000", Kind.TOWN, "镇", "990102000000") for place in range(3)]
    assert CadreDistrict(CadreRank.COUNTY_LEADER, "990102000000", towns, groups=groups).least == count
    assert CadreDistrict(CadreRank.COUNTY_LEADER, "990102000000", towns, towns[:2], groups).least == count + 2


def test_the_grid_workers_are_as_many_as_published_and_every_grid_has_some(
    workers: list[EntryRow], areas: dict[str, AreaRow], figures: dict[str, int]
) -> None:
    assert len(workers) == len({worker.id for worker in workers}) == figures["grid_workers"]
    assert {worker.cells["grid_id"] for worker in workers} == {a.id for a in areas.values() if a.kind is Kind.GRID}


def test_most_grids_have_two_or_three_workers_and_larger_grids_more(
    workers: list[EntryRow], areas: dict[str, AreaRow]
) -> None:
    counts = Counter(str(worker.cells["grid_id"]) for worker in workers)
    assert 2 * sum(count in (2, 3) for count in counts.values()) > len(counts)
    buildings = Counter(area.id[:15] for area in areas.values() if area.kind is Kind.BUILDING)
    by_workers = defaultdict[int, list[int]](list)
    for grid, count in counts.items():
        by_workers[count].append(buildings[grid])
    means = [sum(those) / len(those) for _, those in sorted(by_workers.items())]
    assert len(means) > 3
    assert means == sorted(means)


def test_every_grid_has_a_full_time_worker_and_some_have_part_time_ones(workers: list[EntryRow]) -> None:
    full_time = {worker.cells["grid_id"] for worker in workers if worker.cells["is_full_time"]}
    assert full_time == {worker.cells["grid_id"] for worker in workers}
    assert 0 < sum(not worker.cells["is_full_time"] for worker in workers) < len(workers) // 2
