"""What rows say of each other is checked over all files, and a fault says what the other row is."""

from pathlib import Path

import pytest
from dataset_folder import AREAS, DATASET, MEMBERSHIPS, ORGS, UNITS, damage, faults, write


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        # orphans
        ("areas.csv", "第一网格,220202001001", "第一网格,220202001009", "line 7, column parent_id: '220202001009' — expected the id of a standing Neighbourhood; no row has it"),
        ("areas.csv", "第一网格,220202001001", "第一网格,", "line 7, column parent_id: empty — expected the id of a standing Neighbourhood"),
        ("orgs.csv", "林荫网格党支部,D220202001002", "林荫网格党支部,", "line 8, column parent_id: empty — expected the id of a standing CommunityOrg"),
        ("orgs.csv", "党小组,D220202001001001,220202001001002", "党小组,D220202001001001,220202001009002", "line 9, column area_id: '220202001009002' — expected the id of a standing Grid; no row has it"),
        ("alliances.csv", "D220202001001,A001", "D9,A001", "line 5, column lead_id: 'D9' — expected the id of a standing Party organisation; no row has it"),
        ("alliances.csv", "D220202001001,A001", "D220202001001,A009", "line 5, column guided_by: 'A009' — expected the id of a standing street Alliance; no row has it"),
        ("memberships.csv", "U0002", "U0009", "line 3, column unit_id: 'U0009' — expected the id of a standing Unit; no row has it"),
        ("memberships.csv", "U0002,A002", "U0002,A009", "line 3, column alliance_id: 'A009' — expected the id of a standing street Alliance or community Alliance; no row has it"),
        ("memberships.csv", "U0001,A002", "U0009,A002", "line 4, column unit_id: 'U0009' — expected the id of a Unit, standing or ended; no row has it"),
        # the wrong kind, two tiers above among them
        ("orgs.csv", "第一网格党支部,D220202001001", "第一网格党支部,D220202001000", "line 7, column parent_id: 'D220202001000' — expected the id of a standing CommunityOrg; the row of that id is a StreetCommittee (orgs.csv line 4)"),
        ("areas.csv", "第一网格,220202001001", "第一网格,220202001000", "line 7, column parent_id: '220202001000' — expected the id of a standing Neighbourhood; the row of that id is a Town (areas.csv line 4)"),
        ("orgs.csv", "中心户,D220202001001001001", "中心户,D220202001001", "line 11, column parent_id: 'D220202001001' — expected the id of a standing BuildingGroup or GridGroup; the row of that id is a CommunityOrg (orgs.csv line 5)"),
        ("orgs.csv", "D220202001002,220202001002001", "D220202001002,220202001002", "line 8, column area_id: '220202001002' — expected the id of a standing Grid; the row of that id is a Neighbourhood (areas.csv line 6)"),
        ("orgs.csv", "D220202001002,220202001002001", "D220202001002,D220202001001001", "line 8, column area_id: 'D220202001001001' — expected the id of a standing Grid; the row of that id is a GridBranch (orgs.csv line 7)"),
        ("areas.csv", "吉林市,,", "吉林市,220202001003,", "line 2, column parent_id: '220202001003' — expected an empty cell; a row of this kind stands at the top"),
        ("alliances.csv", "D220202001001,A", "U0001,A", "line 5, column lead_id: 'U0001' — expected the id of a standing Party organisation; the row of that id is a Unit (units.csv line 2)"),
        ("memberships.csv", "U0002,A002", "U0002,L01", "line 3, column alliance_id: 'L01' — expected the id of a standing street Alliance or community Alliance; the row of that id is a city LeadingGroup (alliances.csv line 2)"),
        # guided by the wrong level
        ("alliances.csv", "A001,synthetic", "L02,synthetic", "line 5, column guided_by: 'L02' — expected the id of a standing street Alliance; the row of that id is a county LeadingGroup (alliances.csv line 3)"),
        ("alliances.csv", "L02,synthetic", "L01,synthetic", "line 4, column guided_by: 'L01' — expected the id of a standing county LeadingGroup; the row of that id is a city LeadingGroup (alliances.csv line 2)"),
        ("alliances.csv", "city,D220200000000,", "city,D220200000000,A002", "line 2, column guided_by: 'A002' — expected an empty cell; a row of this kind stands at the top"),
        # a circle
        ("areas.csv", "第一网格,220202001001", "第一网格,220202001001001", "line 7, column parent_id: '220202001001001' — expected the id of a standing Neighbourhood; a row cannot name itself"),
        ("orgs.csv", "滨江社区党委,D220202001000", "滨江社区党委,D220202001001001001", "line 5, column parent_id: 'D220202001001001001' — expected the id of a standing StreetCommittee; the row of that id (orgs.csv line 10) is itself below this one"),
        ("alliances.csv", "L01,published", "A001,published", "line 3, column guided_by: 'A001' — expected the id of a standing city LeadingGroup; the row of that id (alliances.csv line 4) is itself below this one"),
        ("alliances.csv", "A001,synthetic", "A002,synthetic", "line 5, column guided_by: 'A002' — expected the id of a standing street Alliance; a row cannot name itself"),
        # what has ended
        ("areas.csv", "林荫网格,220202001002", "林荫网格,220202001003", "line 9, column parent_id: '220202001003' — expected the id of a standing Neighbourhood; the row of that id ended on 2020-01-01 (areas.csv line 11)"),
        # time
        ("areas.csv", "2000-01-01,2020-01-01", "2000-01-01,1999-12-31", "line 11, column valid_to: '1999-12-31' — expected a day not before 2000-01-01, on which the row begins"),
        ("areas.csv", "2000-01-01,2020-01-01", ",2020-01-01", "line 11, column valid_to: '2020-01-01' — expected a day not before 2022-12-31, on which the row begins"),
        # grids without a branch
        ("orgs.csv", "党小组,D220202001001001,220202001001002", "党小组,D220202001001001,220202001001001", "line 9, column area_id: '220202001001001' — expected a grid without a GridBranch; line 7 is the branch of this one"),
        ("orgs.csv", "第二网格党小组,D220202001001001", "第二网格党小组,D220202001002001", "line 9, column parent_id: 'D220202001002001' — expected a GridBranch of the community the grid lies in, 220202001001; this one's is 220202001002"),
    ],
)  # fmt: skip
def test_a_row_that_breaks_a_rule_is_the_one_fault(
    tmp_path: Path, file: str, old: str, new: str, expected: str
) -> None:
    assert faults(damage(tmp_path, file, old, new)) == [f"{file} {expected}."]


def test_every_circle_is_named(tmp_path: Path) -> None:
    areas = AREAS.replace("昌邑区,220200000000", "昌邑区,220202001000")
    areas = areas.replace("220202001001002,Grid,第二网格,220202001001", "220202001001002,Grid,第二网格,220202001001002")
    assert [fault.rpartition("; ")[2] for fault in faults(write(tmp_path, areas=areas))] == [
        "the row of that id (areas.csv line 4) is itself below this one.",
        "a row cannot name itself.",
    ]


def test_an_id_that_stands_twice_names_both_places_within_a_file_and_across(tmp_path: Path) -> None:
    areas = AREAS + "220202001001,Neighbourhood,又一社区,220202001000,,,ledger,,\n"
    units = UNITS + "220202001001,单位,enterprise,,ledger,,\nU0001,单位,enterprise,,ledger,,\n"
    assert faults(write(tmp_path, areas=areas, units=units)) == [
        "areas.csv line 12, column id: '220202001001' — expected an id that no other row has; areas.csv line 5 has it.",
        "units.csv line 5, column id: '220202001001' — expected an id that no other row has; areas.csv line 5 has it.",
        "units.csv line 6, column id: 'U0001' — expected an id that no other row has; units.csv line 2 has it.",
    ]


def test_rows_that_name_an_id_that_stands_twice_are_not_called_wrong(tmp_path: Path) -> None:
    assert faults(damage(tmp_path, "orgs.csv", "D220202001001001001-1", "U0001")) == [
        "units.csv line 2, column id: 'U0001' — expected an id that no other row has; orgs.csv line 11 has it."
    ]


def test_an_unknown_kind_is_no_fault_of_the_rows_below_it(tmp_path: Path) -> None:
    areas = AREAS.replace("220202001001,Neighbourhood", "220202001001,Shequ")
    assert faults(write(tmp_path, areas=areas)) == [
        "areas.csv line 5, column kind: 'Shequ' — expected one of City, County, Town, Neighbourhood, Grid, Building."
    ]


def test_rows_that_may_be_lost_behind_a_broken_quote_are_not_called_missing(tmp_path: Path) -> None:
    orgs = ORGS.replace("昌邑区委", '"昌邑区委').replace("GridGroup", "GridGruop")
    (fault,) = faults(write(tmp_path, orgs=orgs))
    assert fault.startswith("orgs.csv line 3: ")


def test_rows_are_checked_while_the_description_is_at_fault(tmp_path: Path) -> None:
    folder = write(tmp_path, dataset=DATASET.replace("tier = 3", "tier = 0"), units=UNITS.replace("enterprise", "shop"))
    assert [fault.partition(":")[0] for fault in faults(folder)] == [
        "dataset.toml line 72, key orgs.tier",
        "units.csv line 3, column category",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["U0001,A001,member,synthetic,,"], [(5, 2, "2022-12-31 on")]),
        (["U0001,A002,member,synthetic,2014-12-31,2016-01-01"], [(5, 4, "2010-01-01 to 2015-01-01")]),
        (["U0001,A002,member,synthetic,2010-01-01,2010-01-01"], [(5, 4, "2010-01-01 to 2015-01-01")]),
        (["U0001,A002,member,synthetic,2014-01-01,"], [(5, 4, "2010-01-01 to 2015-01-01")]),
        (
            [
                "U0001,A001,member,synthetic,2010-01-01,2020-01-01",
                "U0001,A001,member,synthetic,2011-01-01,2012-01-01",
                "U0001,A001,member,synthetic,2013-01-01,2014-01-01",
            ],
            [(6, 5, "2010-01-01 to 2020-01-01"), (7, 5, "2010-01-01 to 2020-01-01")],
        ),
        (
            ["U0001,A001,member,synthetic,2024-05-01,", "U0001,A001,member,synthetic,2022-12-31,"],
            [(5, 2, "2022-12-31 on"), (6, 2, "2022-12-31 on"), (6, 5, "2024-05-01 on")],
        ),
    ],
)
def test_a_unit_is_in_an_alliance_once_at_a_time(
    tmp_path: Path, rows: list[str], expected: list[tuple[int, int, str]]
) -> None:
    assert faults(write(tmp_path, memberships=MEMBERSHIPS + "\n".join(rows))) == [
        f"memberships.csv line {line}, column unit_id: 'U0001' — "
        f"expected a unit once in an alliance at a time; line {other} has it there from {time}."
        for line, other, time in expected
    ]


@pytest.mark.parametrize("end", ["2023-12-31", "2023/12/31"])
def test_a_membership_whose_end_is_at_fault_makes_no_other_an_overlap(tmp_path: Path, end: str) -> None:
    rows = f"U0003,A001,member,ledger,2024-01-01,{end}\nU0003,A001,member,ledger,2024-01-01,\n"
    (fault,) = faults(write(tmp_path, memberships=MEMBERSHIPS + rows))
    assert fault.startswith(f"memberships.csv line 5, column valid_to: '{end}' — ")


def test_a_membership_repeated_a_thousand_times_is_listed_in_proportion(tmp_path: Path) -> None:
    shown = faults(write(tmp_path, memberships=MEMBERSHIPS + "U0001,A001,member,synthetic,,\n" * 1000))
    assert {int(fault.split()[2].rstrip(",")) for fault in shown} == {*range(5, 1005)}
    assert len(shown) <= 20 * 1000


def test_a_branch_at_fault_elsewhere_still_bars_a_group(tmp_path: Path) -> None:
    group = "D220202001001001~2,GridGroup,多余党小组,D220202001001001,220202001001001,,synthetic,,\n"
    orgs = ORGS.replace("第一网格党支部", "第一网格党支部 ") + group
    assert [fault.partition(":")[0] for fault in faults(write(tmp_path, orgs=orgs))] == [
        "orgs.csv line 7, column name",
        "orgs.csv line 12, column area_id",
    ]


def test_a_row_whose_last_day_is_at_fault_is_not_said_to_have_ended(tmp_path: Path) -> None:
    areas = AREAS.replace("220202001000,street,register,,", "220202001000,street,register,,soon")
    assert faults(write(tmp_path, areas=areas)) == [
        "areas.csv line 4, column valid_to: 'soon' — expected a date written as 2022-12-31."
    ]
