"""The built-in data set ``jilin``: what the published account says of it, and the laws of the model."""

import re
import tomllib
from collections import Counter
from itertools import groupby

from graph.vocabulary import AllianceLevel, Kind, LeadingGroupLevel, Role, Source, UnitCategory
from seed_data.synthesis.rows import AreaRow, DataSetRows, OrgRow

EVERYWHERE = {"公安", "住建", "规划", "城管", "市场监管"}


def line(area: AreaRow, areas: dict[str, AreaRow]) -> list[AreaRow]:
    """Return an area and all it lies in, the nearest first."""
    return [area, *line(areas[area.parent_id], areas)] if area.parent_id else [area]


def test_the_territory_is_the_register_without_the_province_and_the_grids_below_it(jilin: DataSetRows) -> None:
    counts = Counter(area.kind for area in jilin.areas)
    assert (counts[Kind.CITY], counts[Kind.COUNTY], counts[Kind.TOWN]) == (1, 12, 150)
    assert (counts[Kind.NEIGHBOURHOOD], counts[Kind.GRID]) == (1771, 3438)
    assert 9_000 <= counts[Kind.BUILDING] <= 12_000
    assert 18_000 <= counts.total() <= 22_000
    assert {area.parent_id for area in jilin.areas if area.kind is Kind.CITY} == {""}


def test_the_register_is_marked_as_real_and_the_rest_as_made(jilin: DataSetRows) -> None:
    assert {area.kind for area in jilin.areas if area.source is Source.REGISTER} == {
        Kind.CITY,
        Kind.COUNTY,
        Kind.TOWN,
        Kind.NEIGHBOURHOOD,
    }
    made = [*jilin.orgs, *jilin.units, *jilin.alliances, *jilin.memberships]
    assert {row.source for row in made} == {Source.SYNTHETIC}
    assert all((area.source is Source.REGISTER) == (area.code == area.id) for area in jilin.areas)


def test_the_chain_has_the_published_numbers(jilin: DataSetRows) -> None:
    assert Counter(org.kind for org in jilin.orgs) == {
        Kind.CITY_COMMITTEE: 1,
        Kind.COUNTY_COMMITTEE: 12,
        Kind.STREET_COMMITTEE: 68,
        Kind.COMMUNITY_ORG: 294,
        Kind.GRID_BRANCH: 2062,
        Kind.GRID_GROUP: 1039,
        Kind.BUILDING_GROUP: 2231,
        Kind.MEMBER_HOUSEHOLD: 16391,
    }
    assert len(jilin.orgs) - 1 == 22_097


def test_only_communities_under_a_street_have_grids_and_they_all_do(
    jilin: DataSetRows, areas: dict[str, AreaRow]
) -> None:
    under_a_street = {
        area.id
        for area in jilin.areas
        if area.category == "residents_committee" and areas[area.parent_id].category == "street"
    }
    assert {area.parent_id for area in jilin.areas if area.kind is Kind.GRID} == under_a_street
    assert len(under_a_street) == 294


def test_communities_differ_in_size_by_an_order_of_magnitude(jilin: DataSetRows) -> None:
    sizes = Counter(area.parent_id for area in jilin.areas if area.kind is Kind.GRID).values()
    assert min(sizes) == 2
    assert 30 <= max(sizes) <= 40
    assert len(set(sizes)) > 20


def test_an_id_goes_on_from_the_area_it_lies_in(jilin: DataSetRows, areas: dict[str, AreaRow]) -> None:
    digits = {Kind.GRID: 3, Kind.COMPOUND: 2, Kind.BUILDING: 3}
    for area in jilin.areas:
        if area.kind in digits:
            whole = areas[area.parent_id]
            prefix = f"{whole.id}00" if (area.kind, whole.kind) == (Kind.BUILDING, Kind.GRID) else whole.id
            assert re.fullmatch(rf"{prefix}\d{{{digits[area.kind]}}}", area.id)


def test_a_grid_has_a_branch_or_a_group_or_neither_and_337_have_neither(jilin: DataSetRows) -> None:
    grids = {area.id for area in jilin.areas if area.kind is Kind.GRID}
    branches = {org.area_id for org in jilin.orgs if org.kind is Kind.GRID_BRANCH}
    groups = {org.area_id for org in jilin.orgs if org.kind is Kind.GRID_GROUP}
    assert (len(branches), len(groups)) == (2062, 1039)
    assert not branches & groups
    assert len(grids - branches - groups) == 337


def test_a_grid_group_hangs_under_a_branch_of_its_community(
    jilin: DataSetRows, areas: dict[str, AreaRow], orgs: dict[str, OrgRow]
) -> None:
    for group in (org for org in jilin.orgs if org.kind is Kind.GRID_GROUP):
        branch = orgs[group.parent_id]
        assert branch.kind is Kind.GRID_BRANCH
        assert areas[branch.area_id].parent_id == areas[group.area_id].parent_id


def test_a_building_group_stands_in_the_grid_of_its_branch_and_no_two_on_one_place(
    jilin: DataSetRows, areas: dict[str, AreaRow], orgs: dict[str, OrgRow]
) -> None:
    groups = [org for org in jilin.orgs if org.kind is Kind.BUILDING_GROUP]
    for group in groups:
        assert orgs[group.parent_id].area_id in [area.id for area in line(areas[group.area_id], areas)[1:]]
    places = {group.area_id for group in groups}
    assert len(places) == len(groups)
    # Nor does one stand on a compound while another stands on a building of it.
    assert not places & {areas[place].parent_id for place in places}


def test_branches_have_no_building_group_one_or_several(jilin: DataSetRows) -> None:
    groups = Counter(org.parent_id for org in jilin.orgs if org.kind is Kind.BUILDING_GROUP)
    branches = [org.id for org in jilin.orgs if org.kind is Kind.GRID_BRANCH]
    assert {0, 1, 2, 3} <= {groups[branch] for branch in branches}


def test_a_household_hangs_under_the_group_on_its_building_compound_or_grid(
    jilin: DataSetRows, areas: dict[str, AreaRow], orgs: dict[str, OrgRow]
) -> None:
    for household in (org for org in jilin.orgs if org.kind is Kind.MEMBER_HOUSEHOLD):
        group, building = orgs[household.parent_id], areas[household.area_id]
        assert building.kind is Kind.BUILDING
        assert group.kind in (Kind.BUILDING_GROUP, Kind.GRID_GROUP)
        assert group.area_id in [area.id for area in line(building, areas)]


def test_no_stairwell_has_two_households(jilin: DataSetRows, areas: dict[str, AreaRow]) -> None:
    households = [org for org in jilin.orgs if org.kind is Kind.MEMBER_HOUSEHOLD]
    assert len({(org.area_id, org.name) for org in households}) == len(households)
    for household in households:
        stairwell = household.id.removeprefix(f"D{household.area_id}-")
        assert household.name == f"{areas[household.area_id].name}{stairwell}单元党员中心户"


def test_every_path_descends_one_tier_at_a_time(jilin: DataSetRows, orgs: dict[str, OrgRow]) -> None:
    tiers = {entry["kind"]: entry.get("tier", 0) for entry in tomllib.loads(jilin.about)["orgs"]}
    for org in jilin.orgs:
        if tiers[org.kind]:
            assert tiers[orgs[org.parent_id].kind] == tiers[org.kind] - 1


def test_a_committee_is_called_by_what_it_is_the_committee_of(orgs: dict[str, OrgRow]) -> None:
    called = {
        area: (orgs[f"D{area}"].name, orgs[f"D{area}"].title)
        for area in ("220200000000", "220202000000", "220221000000", "220272000000", "220281000000", "220284070000")
    }
    assert called == {
        "220200000000": ("吉林市委", ""),
        "220202000000": ("昌邑区委", "区委"),
        "220221000000": ("永吉县委", "县委"),
        "220272000000": ("吉林高新技术产业开发区党工委", "开发区党工委"),
        "220281000000": ("蛟河市委", "市委"),
        "220284070000": ("磐石经济开发区党工委", "开发区党工委"),
    }


def test_alliances_are_one_a_street_and_one_or_more_a_community(jilin: DataSetRows) -> None:
    leads = Counter((alliance.level, alliance.lead_id) for alliance in jilin.alliances)
    streets = {org.id for org in jilin.orgs if org.kind is Kind.STREET_COMMITTEE}
    communities = {org.id for org in jilin.orgs if org.kind is Kind.COMMUNITY_ORG}
    assert sum(alliance.kind is Kind.ALLIANCE for alliance in jilin.alliances) == 601
    assert {lead for level, lead in leads if level == AllianceLevel.COMMUNITY} == communities
    assert {lead: count for (level, lead), count in leads.items() if level == AllianceLevel.STREET} == dict.fromkeys(
        streets, 1
    )
    assert max(leads.values()) > 2


def test_the_linkage_runs_through_four_levels_along_the_chain(jilin: DataSetRows, orgs: dict[str, OrgRow]) -> None:
    above: dict[str, str] = {
        AllianceLevel.COMMUNITY: AllianceLevel.STREET,
        AllianceLevel.STREET: LeadingGroupLevel.COUNTY,
        LeadingGroupLevel.COUNTY: LeadingGroupLevel.CITY,
    }
    alliances = {alliance.id: alliance for alliance in jilin.alliances}
    guided = [alliance for alliance in jilin.alliances if alliance.guided_by]
    for alliance in guided:
        guide = alliances[alliance.guided_by]
        assert above[alliance.level] == guide.level
        assert orgs[alliance.lead_id].parent_id == guide.lead_id
    assert [alliance.id for alliance in jilin.alliances if not alliance.guided_by] == ["L01"]
    assert Counter(a.level for a in jilin.alliances if a.kind is Kind.LEADING_GROUP) == {"city": 1, "county": 12}


def test_1922_units_of_every_category_sit_somewhere_and_some_in_several(jilin: DataSetRows) -> None:
    seats = Counter(membership.unit_id for membership in jilin.memberships)
    members = [unit for unit in jilin.units if unit.id in seats]
    assert len(members) == len(seats) == 1922
    assert {unit.category for unit in members} == set(UnitCategory)
    assert max(seats.values()) > 2
    assert len({(m.unit_id, m.alliance_id) for m in jilin.memberships}) == len(jilin.memberships)


def test_an_alliance_has_two_units_or_more_and_one_lead_at_most(jilin: DataSetRows) -> None:
    by_alliance = groupby(jilin.memberships, key=lambda membership: membership.alliance_id)
    roles = {alliance: Counter(member.role for member in members) for alliance, members in by_alliance}
    assert len(roles) == 601
    assert min(counts.total() for counts in roles.values()) >= 2
    assert {counts[Role.LEAD] for counts in roles.values()} == {0, 1}


def test_the_lines_are_thirteen_and_five_of_them_sit_in_every_street_alliance(jilin: DataSetRows) -> None:
    lines = {unit.id: unit.line for unit in jilin.units if unit.category == UnitCategory.DEPARTMENT}
    assert set(lines.values()) == set(tomllib.loads(jilin.about)["lines"])
    assert len(set(lines.values())) == 13
    for street in (alliance for alliance in jilin.alliances if alliance.level == AllianceLevel.STREET):
        seated = {lines.get(m.unit_id) for m in jilin.memberships if m.alliance_id == street.id}
        assert seated >= EVERYWHERE, street.name


def test_departments_sit_with_streets_alone_and_never_with_those_of_another_county(
    jilin: DataSetRows, areas: dict[str, AreaRow]
) -> None:
    counties = {area.id: area.name for area in jilin.areas if area.kind is Kind.COUNTY}
    departments = {unit.id: unit.name for unit in jilin.units if unit.category == UnitCategory.DEPARTMENT}
    streets = {a.id: a.lead_id.removeprefix("D") for a in jilin.alliances if a.level == AllianceLevel.STREET}
    for membership in jilin.memberships:
        if membership.unit_id in departments:
            own = areas[streets[membership.alliance_id]].parent_id
            others = [name.rstrip("区市县") for county, name in counties.items() if county != own]
            assert not [other for other in others if other in departments[membership.unit_id]]


def test_a_communitys_unit_sits_in_its_communitys_alliances_and_its_streets(
    jilin: DataSetRows, areas: dict[str, AreaRow]
) -> None:
    departments = {unit.id for unit in jilin.units if unit.category == UnitCategory.DEPARTMENT}
    place = {alliance.id: areas[alliance.lead_id.removeprefix("D")] for alliance in jilin.alliances}
    members = sorted(jilin.memberships, key=lambda membership: membership.unit_id)
    for unit, seats in groupby(members, key=lambda membership: membership.unit_id):
        if unit not in departments:
            places = [place[seat.alliance_id] for seat in seats]
            communities = {area.id: area for area in places if area.kind is Kind.NEIGHBOURHOOD}
            assert len(communities) == 1, unit
            street = communities.popitem()[1].parent_id
            assert {area.id for area in places if area.kind is Kind.TOWN} <= {street}


def test_no_two_units_of_the_city_nor_compounds_of_a_street_have_one_name(
    jilin: DataSetRows, areas: dict[str, AreaRow]
) -> None:
    assert len({unit.name for unit in jilin.units}) == len(jilin.units)
    compounds = [(line(a, areas)[3].id, a.name) for a in jilin.areas if a.kind is Kind.COMPOUND]
    assert len(set(compounds)) == len(compounds)


def test_no_organisation_but_a_household_shares_its_name_within_a_community(
    jilin: DataSetRows, areas: dict[str, AreaRow]
) -> None:
    for kind in (Kind.GRID_BRANCH, Kind.GRID_GROUP, Kind.BUILDING_GROUP):
        named = [
            (next(area.id for area in line(areas[org.area_id], areas) if area.kind is Kind.NEIGHBOURHOOD), org.name)
            for org in jilin.orgs
            if org.kind is kind
        ]
        assert len(set(named)) == len(named)


def test_no_name_stutters_or_keeps_a_placeholder(jilin: DataSetRows) -> None:
    made = [*jilin.areas, *jilin.orgs, *jilin.units, *jilin.alliances]
    stutter = re.compile(r"社区社区|小区小区|街道街道|小学校小学校|新村新村|特殊街道[^$]|[{}]")
    assert not [row.name for row in made if stutter.search(row.name)]


def test_the_figures_are_fifty_and_each_names_its_statement(jilin: DataSetRows) -> None:
    assert len(jilin.figures) == 50
    counted = {figure.key for figure in jilin.figures if figure.statement == f"reconcile/{figure.key}"}
    assert counted == {figure.key for figure in jilin.figures if figure.statement}
    assert len(counted) == 50
    assert [figure.key for figure in jilin.figures if figure.note] == ["communities"]
