"""The new economic and social organisations of ``jilin``, and their branches."""

from collections import Counter
from collections.abc import Sequence

import pytest

from graph.vocabulary import Kind, UnitCategory
from seed_data.synthesis.rows import AreaRow, Cells, DataSetRows, EntryRow, OrgRow, UnitRow

# What the data set asks of the second criterion.
EMPLOYEES = 20
MINI_STREET = "220202006"


@pytest.fixture(scope="module")
def ledger(jilin: DataSetRows) -> dict[str, Cells]:
    """What is known of each new organisation, by its unit's id."""
    return {unit_id: cells for unit_id, cells in jilin.ledgers.items() if "new_org" in cells}


@pytest.fixture(scope="module")
def branches(jilin: DataSetRows) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is Kind.NEW_ORG_BRANCH]


@pytest.fixture(scope="module")
def dispatched(jilin: DataSetRows) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is Kind.DISPATCHED_BRANCH]


def count(cells: Cells, key: str) -> int:
    value = cells[key]
    assert isinstance(value, int)
    return value


def unit_ids(branch: EntryRow) -> Sequence[str]:
    ids = branch.cells["unit_ids"]
    assert isinstance(ids, Sequence)
    return ids


def ought(cells: Cells) -> bool:
    return cells["has_premises"] is True and cells["is_operating"] is True and count(cells, "employees") >= EMPLOYEES


def line(area: AreaRow, areas: dict[str, AreaRow]) -> list[AreaRow]:
    return [area, *line(areas[area.parent_id], areas)] if area.parent_id else [area]


def test_the_published_numbers_of_branches_are_reached(
    jilin: DataSetRows, branches: list[EntryRow], dispatched: list[EntryRow]
) -> None:
    figures = {figure.key: figure.value for figure in jilin.figures}
    assert len(branches) == int(figures["new_org_branches"])
    assert len(dispatched) == int(figures["dispatched_branches"])


def test_new_organisations_are_the_units_of_communities_that_are_not_of_the_state(
    jilin: DataSetRows, units: dict[str, UnitRow], ledger: dict[str, Cells], areas: dict[str, AreaRow]
) -> None:
    types = {(units[unit_id].category, cells["new_org"]) for unit_id, cells in ledger.items()}
    assert types == {
        (UnitCategory.ENTERPRISE, "economic"),
        (UnitCategory.PROPERTY_COMPANY, "economic"),
        (UnitCategory.SOCIAL_ORGANISATION, "social"),
    }
    assert {areas[str(cells["area_id"])].kind for cells in ledger.values()} == {Kind.NEIGHBOURHOOD}
    without = {units[unit_id].name for unit_id in jilin.ledgers if unit_id in units and unit_id not in ledger}
    assert any("银行" in name for name in without)
    assert not any("银行" in units[unit_id].name for unit_id in ledger)


def test_a_few_hundred_are_members_of_no_alliance(jilin: DataSetRows, ledger: dict[str, Cells]) -> None:
    seated = {membership.unit_id for membership in jilin.memberships}
    assert 300 <= len(ledger.keys() - seated) <= 600
    assert len(ledger.keys() & seated) > 800


def test_units_follow_on_in_their_numbers_and_no_two_have_one_name(jilin: DataSetRows) -> None:
    assert [unit.id for unit in jilin.units] == [f"U{place:04}" for place in range(1, len(jilin.units) + 1)]
    assert len({unit.name for unit in jilin.units}) == len(jilin.units)


def test_each_criterion_is_what_some_lack(ledger: dict[str, Cells]) -> None:
    lacking = Counter(
        (cells["has_premises"], count(cells, "employees") >= EMPLOYEES, cells["is_operating"])
        for cells in ledger.values()
        if not ought(cells)
    )
    assert {(False, True, True), (True, False, True), (True, False, False)} <= set(lacking)
    assert 100 <= sum(ought(cells) for cells in ledger.values()) <= 300


def test_no_organisation_has_more_members_than_it_could(ledger: dict[str, Cells]) -> None:
    for unit_id, cells in ledger.items():
        assert count(cells, "members") + count(cells, "applicants") <= count(cells, "employees"), unit_id


def test_a_branch_is_set_up_where_all_units_meet_the_criteria_and_have_members_enough_together(
    ledger: dict[str, Cells], branches: list[EntryRow]
) -> None:
    for branch in branches:
        assert all(ought(ledger[unit_id]) for unit_id in unit_ids(branch)), branch.name
        assert branch.cells["members"] == sum(count(ledger[unit_id], "members") for unit_id in unit_ids(branch))
        assert count(branch.cells, "members") >= 3, branch.name


def test_a_mode_says_how_many_units_share_a_branch_and_none_is_in_two(branches: list[EntryRow]) -> None:
    allowed = {"single": {1}, "joint": {2, 3}, "regional": {3, 4, 5}, "sector": {3, 4, 5}}
    assert {str(branch.cells["mode"]) for branch in branches} == set(allowed)
    for branch in branches:
        assert len(unit_ids(branch)) in allowed[str(branch.cells["mode"])], branch.name
    shared = Counter(unit_id for branch in branches for unit_id in unit_ids(branch))
    assert set(shared.values()) == {1}


def test_a_branch_answers_to_the_smallest_place_all_its_units_are_in_by_its_mode(
    ledger: dict[str, Cells], branches: list[EntryRow], orgs: dict[str, OrgRow], areas: dict[str, AreaRow]
) -> None:
    kinds = {
        "single": Kind.COMMUNITY_ORG,
        "joint": Kind.STREET_COMMITTEE,
        "regional": Kind.STREET_COMMITTEE,
        "sector": Kind.COUNTY_COMMITTEE,
    }
    for branch in branches:
        superior = orgs[str(branch.cells["superior_id"])]
        assert superior.kind is kinds[str(branch.cells["mode"])]
        for unit_id in unit_ids(branch):
            community = areas[str(ledger[unit_id]["area_id"])]
            assert areas[superior.area_id] in line(community, areas), branch.name


def test_a_branch_is_dispatched_where_there_is_none_too_few_members_and_an_applicant(
    ledger: dict[str, Cells], branches: list[EntryRow], dispatched: list[EntryRow]
) -> None:
    with_branch = {unit_id for branch in branches for unit_id in unit_ids(branch)}
    sent_to = [str(entry.cells["unit_id"]) for entry in dispatched]
    assert len(set(sent_to)) == len(sent_to)
    for unit_id in sent_to:
        assert unit_id not in with_branch
        assert ledger[unit_id]["is_operating"]
        assert count(ledger[unit_id], "members") < 3
        assert count(ledger[unit_id], "applicants") >= 1


def test_departments_dispatch_first_and_most_and_whoever_dispatches_is_of_the_place(
    jilin: DataSetRows,
    ledger: dict[str, Cells],
    dispatched: list[EntryRow],
    orgs: dict[str, OrgRow],
    units: dict[str, UnitRow],
    areas: dict[str, AreaRow],
) -> None:
    authorities = Counter(str(entry.cells["authority"]) for entry in dispatched)
    assert authorities["sector_department"] > len(dispatched) // 2
    assert set(authorities) == {"sector_department", "street_community", "one_to_one"}
    for entry in dispatched:
        by, authority = str(entry.cells["by_id"]), entry.cells["authority"]
        community = areas[str(ledger[str(entry.cells["unit_id"])]["area_id"])]
        own = orgs[by].area_id if by in orgs else str(jilin.ledgers[by]["area_id"])
        assert areas[own] in line(community, areas), entry.name
        if authority == "sector_department":
            assert units[by].category == UnitCategory.DEPARTMENT
        if authority == "street_community":
            assert orgs[by].kind in (Kind.STREET_COMMITTEE, Kind.COMMUNITY_ORG)


def test_nobody_looks_after_two_key_organisations_one_to_one(dispatched: list[EntryRow]) -> None:
    by = [entry.cells["by_id"] for entry in dispatched if entry.cells["authority"] == "one_to_one"]
    assert len(set(by)) == len(by) > 10


def test_some_that_ought_to_have_a_branch_have_neither_one_nor_one_dispatched(
    ledger: dict[str, Cells], branches: list[EntryRow], dispatched: list[EntryRow]
) -> None:
    served = {unit_id for branch in branches for unit_id in unit_ids(branch)}
    served |= {str(entry.cells["unit_id"]) for entry in dispatched}
    gap = [unit_id for unit_id, cells in ledger.items() if ought(cells) and unit_id not in served]
    assert 20 <= len(gap) <= 60
    assert any(count(ledger[unit_id], "members") >= 3 for unit_id in gap)
    assert any(str(ledger[unit_id]["area_id"]).startswith(MINI_STREET) for unit_id in gap)


def test_the_small_street_has_a_branch_set_up_and_one_dispatched(
    ledger: dict[str, Cells], branches: list[EntryRow], dispatched: list[EntryRow]
) -> None:
    there = {unit_id for unit_id, cells in ledger.items() if str(cells["area_id"]).startswith(MINI_STREET)}
    assert [branch for branch in branches if set(unit_ids(branch)) <= there]
    assert [entry for entry in dispatched if entry.cells["unit_id"] in there]
