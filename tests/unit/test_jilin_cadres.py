"""The built-in data set ``jilin``: the cadres in contact with each area, and the workers of the grids."""

from collections import Counter, defaultdict

import pytest

from graph.errors import DataSetError
from graph.vocabulary import CadreRank, Kind
from seed_data.synthesis.cadres import Pool
from seed_data.synthesis.rows import Area, Cell, Contents, Entry

RANKS = {
    CadreRank.CITY_LEADER: Kind.COUNTY,
    CadreRank.COUNTY_LEADER: Kind.TOWN,
    CadreRank.SECTION_LEVEL: Kind.NEIGHBOURHOOD,
    CadreRank.OTHER: Kind.GRID,
}


@pytest.fixture(scope="module")
def figures(jilin: Contents) -> dict[str, int]:
    return {figure.key: int(float(figure.value)) for figure in jilin.figures}


@pytest.fixture(scope="module")
def cadres(jilin: Contents) -> list[Entry]:
    return [entry for entry in jilin.entries if entry.kind is Kind.CADRE]


@pytest.fixture(scope="module")
def workers(jilin: Contents) -> list[Entry]:
    return [entry for entry in jilin.entries if entry.kind is Kind.GRID_WORKER]


def ids(cell: Cell) -> list[str]:
    assert isinstance(cell, list | tuple)
    return list(cell)


def test_the_cadres_are_as_many_as_published(cadres: list[Entry], figures: dict[str, int]) -> None:
    assert len(cadres) == len({cadre.id for cadre in cadres}) == figures["contact_leaders"]


def test_every_area_has_one_cadre_of_the_matching_rank_and_no_other(
    cadres: list[Entry], areas: dict[str, Area]
) -> None:
    held = Counter((cadre.cells["rank"], area_id) for cadre in cadres for area_id in ids(cadre.cells["area_ids"]))
    ranks = {kind: rank for rank, kind in RANKS.items()}
    assert held == {(ranks[area.kind], area.id): 1 for area in areas.values() if area.kind in ranks}
    assert held.total() == 12 + 150 + 1771 + 3438


def test_every_cadre_has_an_area_and_some_have_several(cadres: list[Entry]) -> None:
    for rank in RANKS:
        sizes = {len(ids(cadre.cells["area_ids"])) for cadre in cadres if cadre.cells["rank"] == rank}
        assert min(sizes) == 1
        assert max(sizes) > 1


def test_a_cadres_areas_are_neighbours(cadres: list[Entry], areas: dict[str, Area]) -> None:
    wholes = {cadre.id: {areas[area].parent_id for area in ids(cadre.cells["area_ids"])} for cadre in cadres}
    assert {id for id, those in wholes.items() if len(those) > 1} == set()


@pytest.fixture(scope="module")
def headed(jilin: Contents) -> dict[str, str]:
    """Return the area whose committee each post of a working group's head belongs to."""
    areas = {e.id: str(e.cells["org_id"]).removeprefix("D") for e in jilin.entries if e.kind is Kind.COMMITTEE}
    groups = (entry for entry in jilin.entries if entry.kind is Kind.WORKING_GROUP)
    return {f"P{group.id}-1": areas[str(group.cells["committee_id"])] for group in groups}


def test_each_working_group_is_headed_by_a_leader_of_its_level_and_none_heads_two(
    cadres: list[Entry], areas: dict[str, Area], headed: dict[str, str], figures: dict[str, int]
) -> None:
    heads = [(cadre, ids(cadre.cells["post_ids"])) for cadre in cadres if "post_ids" in cadre.cells]
    assert {len(posts) for _, posts in heads} == {1}
    assert Counter(posts[0] for _, posts in heads) == dict.fromkeys(headed, 1)
    ranks = {Kind.CITY: CadreRank.CITY_LEADER, Kind.COUNTY: CadreRank.COUNTY_LEADER}
    assert all(cadre.cells["rank"] == ranks[areas[headed[posts[0]]].kind] for cadre, posts in heads)
    assert set(Counter(headed[posts[0]] for _, posts in heads).values()) == {figures["working_group_heads"]}


def test_a_head_of_a_countys_group_contacts_a_town_there_but_where_it_has_fewer_towns_than_groups(
    cadres: list[Entry], areas: dict[str, Area], headed: dict[str, str]
) -> None:
    towns = Counter(area.parent_id for area in areas.values() if area.kind is Kind.TOWN)
    elsewhere = Counter[str]()
    for cadre in cadres:
        if cadre.cells["rank"] == CadreRank.COUNTY_LEADER and "post_ids" in cadre.cells:
            county = headed[ids(cadre.cells["post_ids"])[0]]
            elsewhere[county] += areas[ids(cadre.cells["area_ids"])[0]].parent_id != county
    assert +elsewhere == {id: 5 - count for id, count in towns.items() if count < 5}


def test_a_pool_with_more_leaders_than_areas_is_refused() -> None:
    with pytest.raises(DataSetError, match="220273000000 has 0 areas for the 2 leaders"):
        Pool(CadreRank.COUNTY_LEADER, "220273000000", [], ["PWG01-1", "PWG02-1"])


def test_the_grid_workers_are_as_many_as_published_and_every_grid_has_some(
    workers: list[Entry], areas: dict[str, Area], figures: dict[str, int]
) -> None:
    assert len(workers) == len({worker.id for worker in workers}) == figures["grid_workers"]
    assert {worker.cells["grid_id"] for worker in workers} == {a.id for a in areas.values() if a.kind is Kind.GRID}


def test_most_grids_have_two_or_three_workers_and_larger_grids_more(
    workers: list[Entry], areas: dict[str, Area]
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


def test_every_grid_has_a_full_time_worker_and_some_have_part_time_ones(workers: list[Entry]) -> None:
    full_time = {worker.cells["grid_id"] for worker in workers if worker.cells["is_full_time"]}
    assert full_time == {worker.cells["grid_id"] for worker in workers}
    assert 0 < sum(not worker.cells["is_full_time"] for worker in workers) < len(workers) // 2
