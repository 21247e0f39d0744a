"""The built-in data set ``jilin``: the committees for grassroots governance, their groups, and the methods of work."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from graph.vocabulary import Kind, MethodScope
from seed_data.synthesis.rows import DataSetRows, EntryRow


@pytest.fixture(scope="module")
def figures(jilin: DataSetRows) -> dict[str, str]:
    return {figure.key: figure.value for figure in jilin.figures}


@pytest.fixture(scope="module")
def made(jilin: DataSetRows) -> dict[Kind, list[EntryRow]]:
    by_kind = defaultdict[Kind, list[EntryRow]](list)
    for entry in jilin.entries:
        by_kind[entry.kind].append(entry)
    return by_kind


def test_the_city_and_every_county_has_one_committee_with_one_office_and_one_section(
    jilin: DataSetRows, made: dict[Kind, list[EntryRow]]
) -> None:
    above_the_chain = {org.id for org in jilin.orgs if org.kind in (Kind.CITY_COMMITTEE, Kind.COUNTY_COMMITTEE)}
    assert len(above_the_chain) == 13
    once = dict.fromkeys(above_the_chain, 1)
    assert Counter(committee.cells["org_id"] for committee in made[Kind.COMMITTEE]) == once
    assert Counter(section.cells["org_id"] for section in made[Kind.GOVERNANCE_SECTION]) == once
    offices = [office.cells["committee_id"] for office in made[Kind.COMMITTEE_OFFICE]]
    assert offices == [committee.id for committee in made[Kind.COMMITTEE]]


def test_a_committee_has_a_group_for_each_of_the_five_fields(
    made: dict[Kind, list[EntryRow]], figures: dict[str, str]
) -> None:
    fields = defaultdict[str, list[str]](list)
    for group in made[Kind.WORKING_GROUP]:
        fields[str(group.cells["committee_id"])].append(str(group.cells["field"]))
    assert set(fields) == {committee.id for committee in made[Kind.COMMITTEE]}
    for named in fields.values():
        assert sorted(named) == sorted(["街道（乡镇）管理体制改革", "简政放权", "网格治理", "物业治理", "民生服务"])
    assert {str(len(set(named))) for named in fields.values()} == {figures["working_groups"]}


def test_the_sections_have_the_published_posts_among_them_and_the_citys_the_most(
    made: dict[Kind, list[EntryRow]], figures: dict[str, str]
) -> None:
    posts = [int(str(section.cells["posts"])) for section in made[Kind.GOVERNANCE_SECTION]]
    assert str(sum(posts)) == figures["org_dept_posts"]
    assert min(posts) >= 1
    assert posts[0] > max(posts[1:])


def test_they_are_called_by_whose_they_are(made: dict[Kind, list[EntryRow]]) -> None:
    names = {entry.id: entry.name for kind in made for entry in made[kind]}
    assert (names["C01"], names["CO01"], names["WG08"], names["GS01"], names["GS02"], names["GS07"]) == (
        "吉林市城乡基层治理工作委员会",
        "吉林市城乡基层治理工作委员会办公室",
        "昌邑区城乡基层治理工作委员会网格治理专项工作组",
        "吉林市委组织部城乡基层治理处",
        "昌邑区委组织部城乡基层治理科",
        "吉林经济开发区党工委党群工作部城乡基层治理科",
    )


def test_the_city_formed_its_committee_before_the_counties(
    jilin: DataSetRows, made: dict[Kind, list[EntryRow]]
) -> None:
    city = next(org.id for org in jilin.orgs if org.kind is Kind.CITY_COMMITTEE)
    formed = {committee.cells["org_id"]: committee.cells["formed_on"] for committee in made[Kind.COMMITTEE]}
    first = formed.pop(city)
    assert isinstance(first, date)
    assert all(isinstance(day, date) and first < day for day in formed.values())


def test_the_alliances_work_in_six_steps_and_the_grid_in_a_closed_loop_of_five(
    made: dict[Kind, list[EntryRow]], figures: dict[str, str]
) -> None:
    steps = {
        method.cells["applies_to"]: [
            (step.cells["position"], step.name)
            for step in made[Kind.METHOD_STEP]
            if step.cells["method_id"] == method.id
        ]
        for method in made[Kind.METHOD]
    }
    assert steps == {
        MethodScope.ALLIANCE: list(enumerate(["摸底", "组建", "收集", "会商", "落实", "评价"], 1)),
        MethodScope.GRID: list(enumerate(["需求发现", "信息采集", "隐患排查", "矛盾化解", "服务开展"], 1)),
    }
    assert str(len(steps[MethodScope.ALLIANCE])) == figures["steps"]
    produced = [step.cells["produces"] for step in made[Kind.METHOD_STEP]]
    assert all(produced)
    assert len(set(produced)) == len(produced)
