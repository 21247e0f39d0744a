"""The volunteers of ``jilin`` among couriers and riders, and who pairs with whom."""

from collections import Counter
from collections.abc import Sequence

import pytest

from graph.vocabulary import Kind, UnitCategory
from seed_data.synthesis.rows import AreaRow, DataSetRows, EntryRow, OrgRow, UnitRow

MINI_STREET = "220202006000"
ROLES = {"安全巡逻员", "政策宣传员", "环境美化员", "社区防控员", "民意收集员"}


@pytest.fixture(scope="module")
def volunteers(jilin: DataSetRows) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is Kind.VOLUNTEER]


def pairings(jilin: DataSetRows, category: str) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is Kind.PAIRING and entry.cells["category"] == category]


def texts(entry: EntryRow, column: str) -> Sequence[str]:
    value = entry.cells[column]
    assert isinstance(value, Sequence)
    return value


def street_of(area: AreaRow, areas: dict[str, AreaRow]) -> AreaRow:
    return area if area.kind is Kind.TOWN else street_of(areas[area.parent_id], areas)


def test_every_street_that_has_grids_has_a_team_in_every_role(jilin: DataSetRows, volunteers: list[EntryRow]) -> None:
    with_grids = {f"{area.id[:9]}000" for area in jilin.areas if area.kind is Kind.GRID}
    teams: dict[str, set[str]] = {}
    for volunteer in volunteers:
        teams.setdefault(str(volunteer.cells["town_id"]), set()).add(str(volunteer.cells["role"]))
    assert teams == dict.fromkeys(with_grids, ROLES)
    assert len(ROLES) == next(int(figure.value) for figure in jilin.figures if figure.key == "volunteer_roles")
    assert 500 <= len(volunteers) <= 2000


def test_a_volunteers_team_is_the_street_of_the_grid_and_of_the_firm(
    jilin: DataSetRows, volunteers: list[EntryRow], areas: dict[str, AreaRow]
) -> None:
    for volunteer in volunteers:
        grid, firm = str(volunteer.cells["grid_id"]), str(volunteer.cells["unit_id"])
        assert areas[grid].kind is Kind.GRID
        assert street_of(areas[grid], areas).id == volunteer.cells["town_id"]
        assert street_of(areas[str(jilin.ledgers[firm]["area_id"])], areas).id == volunteer.cells["town_id"]


def test_a_firm_is_one_that_delivers_is_at_work_and_sends_no_more_than_it_has(
    jilin: DataSetRows, volunteers: list[EntryRow], units: dict[str, UnitRow]
) -> None:
    for firm, sent in Counter(str(volunteer.cells["unit_id"]) for volunteer in volunteers).items():
        assert any(word in units[firm].name for word in ("速运", "快递", "速递", "配送", "物流")), units[firm].name
        assert jilin.ledgers[firm]["is_operating"]
        employees = jilin.ledgers[firm]["employees"]
        assert isinstance(employees, int)
        assert sent <= employees


def test_a_pairing_joins_two_parties_or_more_each_once_and_says_what_it_is_about(jilin: DataSetRows) -> None:
    lists = {
        "modes": {"活动共办", "人员共培", "资源共享"},
        "shared": {"阵地", "场所", "设施"},
        "cooperation": {"疫情防控", "基层治理", "政策宣传", "纠纷调解", "服务职工群众"},
    }
    found = {column: set[str]() for column in lists}
    for pairing in [*pairings(jilin, "new_org"), *pairings(jilin, "delivery")]:
        parties = texts(pairing, "party_ids")
        assert len(parties) == len(set(parties)) >= 2
        for column, words in found.items():
            assert texts(pairing, column)
            words.update(texts(pairing, column))
    assert found == lists


def test_a_new_organisation_pairs_with_its_community_or_street_and_now_and_then_with_a_unit_beside_it(
    jilin: DataSetRows, areas: dict[str, AreaRow], orgs: dict[str, OrgRow]
) -> None:
    sizes, kinds = Counter[int](), set[Kind]()
    for pairing in pairings(jilin, "new_org"):
        first, new_org, *others = texts(pairing, "party_ids")
        own = areas[orgs[first].area_id]
        kinds.add(orgs[first].kind)
        sizes[len(others)] += 1
        assert jilin.ledgers[new_org]["is_operating"]
        for unit in (new_org, *others):
            community = areas[str(jilin.ledgers[unit]["area_id"])]
            assert own in (community, areas[community.parent_id]), pairing.name
    assert kinds == {Kind.COMMUNITY_ORG, Kind.STREET_COMMITTEE}
    assert set(sizes) == {0, 1}


def test_delivery_firms_pair_with_the_street_the_market_supervision_and_others_of_the_street(
    jilin: DataSetRows,
    volunteers: list[EntryRow],
    areas: dict[str, AreaRow],
    orgs: dict[str, OrgRow],
    units: dict[str, UnitRow],
) -> None:
    firms = {str(volunteer.cells["unit_id"]) for volunteer in volunteers}
    stations = {entry.id: entry for entry in jilin.entries if entry.kind is Kind.POLICE_STATION}
    found = pairings(jilin, "delivery")
    assert len(found) == len({texts(pairing, "party_ids")[0] for pairing in found})
    for pairing in found:
        street, *others = texts(pairing, "party_ids")
        assert orgs[street].kind is Kind.STREET_COMMITTEE
        assert firms & set(others)
        departments = [units[one] for one in others if one in units and units[one].category == UnitCategory.DEPARTMENT]
        assert [department.line for department in departments] == ["市场监管"]
        owner = jilin.ledgers[departments[0].id]["area_id"]
        assert owner == areas[orgs[street].area_id].parent_id or areas[str(owner)].kind is Kind.CITY
        for one in set(others) - {departments[0].id}:
            own = stations[one].cells["town_id"] if one in stations else jilin.ledgers[one]["area_id"]
            assert street_of(areas[str(own)], areas).id == orgs[street].area_id


def test_health_stations_and_property_companies_are_among_those_that_delivery_firms_pair_with(
    jilin: DataSetRows, units: dict[str, UnitRow]
) -> None:
    parties = {one for pairing in pairings(jilin, "delivery") for one in texts(pairing, "party_ids")}
    names = [units[one].name for one in parties if one in units]
    assert any("卫生服务" in name for name in names)
    assert any(units[one].category == UnitCategory.PROPERTY_COMPANY for one in parties if one in units)


def test_the_small_street_has_a_pairing_of_either_sort(jilin: DataSetRows, orgs: dict[str, OrgRow]) -> None:
    for category in ("new_org", "delivery"):
        firsts = [orgs[texts(pairing, "party_ids")[0]].area_id for pairing in pairings(jilin, category)]
        assert any(area.startswith(MINI_STREET[:9]) for area in firsts)
