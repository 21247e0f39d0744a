"""What a row does when what it names has ended is what the model declares, in whatever file it stands."""

from datetime import date
from pathlib import Path

import pytest
from dataset_folder import ALLIANCES, AREAS, FIGURES, MEMBERSHIPS, ORGS, STATEMENTS, TODAY, UNITS, faults, write

from graph.loading import Contents
from graph.vocabulary import Relationship
from seed_data.faults import DataSetFault, InvalidDataSetError
from seed_data.opening import open_data_set
from seed_data.reading import read_data_set

END = date(2024, 5, 1)
NO_FIGURES = FIGURES.splitlines()[0] + "\n"
GRID, GROUP = "220202001001002", "D220202001001002"
BUILDING, BUILDING_GROUP = "220202001001001001", "D220202001001001001"


def ended(text: str, *ids: str, day: date = END) -> str:
    """Return a file in which rows have ended."""
    head, *lines = text.splitlines()
    return "\n".join([head, *(f"{line}{day}" if line.split(",")[0] in ids else line for line in lines)]) + "\n"


def begun(text: str, identity: str, *, day: date) -> str:
    """Return a file in which a row that stands begins on a day."""
    return "\n".join(
        f"{line[:-1]}{day}," if line.split(",")[0] == identity and line.endswith(",,") else line
        for line in text.splitlines()
    )


def read(folder: Path) -> tuple[Contents, list[str]]:
    """Return what a folder states, and what is said of it."""
    cautions: list[DataSetFault] = []
    stated = read_data_set(folder, today=TODAY, statements=STATEMENTS, cautions=cautions)
    return stated, [str(caution) for caution in cautions]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"units": ended(UNITS, "U0002")},
            (
                "memberships.csv line 3, column unit_id: 'U0002' — expected the id of a standing Unit; "
                "the row of that id ended on 2024-05-01 (units.csv line 3), and this row ends on 2024-05-01."
            ),
        ),
        (
            {"alliances": ended(ALLIANCES, "A002")},
            (
                "memberships.csv line 3, column alliance_id: 'A002' — expected the id of a standing street Alliance or "
                "community Alliance; the row of that id ended on 2024-05-01 (alliances.csv line 5), and this row ends on "
                "2024-05-01."
            ),
        ),
    ],
)
def test_a_membership_ends_with_either_end(tmp_path: Path, files: dict[str, str], said: str) -> None:
    stated, cautions = read(write(tmp_path, **files))
    assert {bond.alliance_id: bond.valid_to for bond in stated.bonds[:2]} == {"A001": None, "A002": END}
    assert cautions == [said]


def test_a_membership_does_not_outlast_the_first_of_its_ends(tmp_path: Path) -> None:
    units = ended(UNITS, "U0002", day=date(2024, 7, 1))
    stated, _ = read(write(tmp_path, units=units, alliances=ended(ALLIANCES, "A002")))
    assert stated.bonds[1].valid_to == END


def test_an_alliance_goes_on_without_the_one_that_guided_it(tmp_path: Path) -> None:
    alliances = ended(ALLIANCES, "L02")
    stated, cautions = read(write(tmp_path, alliances=alliances))
    alliance = {fact.id: fact for fact in stated.facts}["A001"]
    assert alliance.valid_to is None
    assert {link.type for link in alliance.links} == {Relationship.LEADS}
    assert cautions == [
        (
            "alliances.csv line 4, column guided_by: 'L02' — expected the id of a standing county LeadingGroup; the row of "
            "that id ended on 2024-05-01 (alliances.csv line 3), and this row goes on without it."
        )
    ]


def test_an_alliance_ends_with_the_organisation_that_leads_it_and_its_memberships_with_it(tmp_path: Path) -> None:
    alliances = ALLIANCES.replace("community,D220202001001,A001", f"community,{GROUP},A001")
    stated, _ = read(write(tmp_path, orgs=ended(ORGS, GROUP), alliances=alliances))
    alliance = {fact.id: fact for fact in stated.facts}["A002"]
    assert alliance.valid_to == END
    assert Relationship.LEADS in {link.type for link in alliance.links}
    assert stated.bonds[1].valid_to == END


def test_an_organisation_ends_with_the_last_area_it_covers(tmp_path: Path) -> None:
    areas = ended(AREAS, GRID)
    stated, cautions = read(write(tmp_path, areas=areas))
    assert {fact.id: fact.valid_to for fact in stated.facts}[GROUP] == END
    assert [caution.split(":")[0] for caution in cautions] == ["orgs.csv line 9, column area_id"]

    branch = f"D9,GridBranch,联合支部,D220202001001,{GRID};220202001002001,,synthetic,,\n"
    stated, _ = read(write(tmp_path, areas=areas, orgs=ORGS + branch))
    joint = {fact.id: fact for fact in stated.facts}["D9"]
    assert joint.valid_to is None
    assert [link.target for link in joint.links if link.type is Relationship.COVERS] == ["220202001002001"]


def test_what_stands_under_an_organisation_refuses_that_it_ends_with_its_area(tmp_path: Path) -> None:
    area = ended(AREAS, "220202001002001")
    orgs = ORGS + "D9,MemberHousehold,中心户,D8,220202001001001001,,synthetic,,\n"
    orgs += "D8,BuildingGroup,楼党小组,D220202001002001,220202001001001001,,synthetic,,\n"
    (fault,) = faults(write(tmp_path, areas=area, orgs=orgs))
    assert fault == (
        "orgs.csv line 13, column parent_id: 'D220202001002001' — expected the id of a standing GridBranch; the row of "
        "that id ended on 2024-05-01 (orgs.csv line 8, with 220202001002001 of areas.csv line 9)."
    )


def test_who_hangs_on_an_organisation_ends_with_the_area_of_both(tmp_path: Path) -> None:
    stated, cautions = read(write(tmp_path, areas=ended(AREAS, BUILDING)))
    ends = {fact.id: fact.valid_to for fact in stated.facts}
    assert (ends[BUILDING_GROUP], ends[f"{BUILDING_GROUP}-1"]) == (END, END)
    assert [caution.split(":")[0] for caution in cautions] == [
        "orgs.csv line 10, column area_id",
        "orgs.csv line 11, column area_id",
    ]


def test_a_pairing_ends_when_too_few_are_left_and_not_with_the_last(tmp_path: Path) -> None:
    units = ended(ended(UNITS, "U0002"), "U0003", day=date(2024, 8, 1))
    folder = write(tmp_path, units=units)
    pairings = "id,name,party_ids,category,source\nPG1,共建,U0002;U0003,new_org,ledger\n"
    (folder / "pairings.csv").write_text(pairings, encoding="utf-8")
    assert {fact.id: fact.valid_to for fact in read(folder)[0].facts}["PG1"] == END


def test_a_caution_says_where_the_end_is_stated_however_far_away(tmp_path: Path) -> None:
    alliances = ALLIANCES.replace("community,D220202001001,A001", f"community,{GROUP},A001")
    _, cautions = read(write(tmp_path, areas=ended(AREAS, GRID), alliances=alliances))
    assert cautions[-1].partition(";")[2] == (
        f" the row of that id ended on 2024-05-01 (alliances.csv line 5, with {GRID} of areas.csv line 8), and this row ends on "
        "2024-05-01."
    )


def test_cautions_are_there_beside_faults_and_ends_come_first(tmp_path: Path) -> None:
    orgs = ORGS.replace("1单元党员中心户", "1单元\ue000").replace(
        "D220202001001001001,220202001001001001,,synthetic,,", "D220202001001001001,220202001001001002,,synthetic,,"
    )
    areas = ended(AREAS, BUILDING) + "220202001001001002,Building,2号楼,220202001001001,,,synthetic,,\n"
    cautions: list[object] = []
    with pytest.raises(InvalidDataSetError, match=f"orgs.csv line 10, with {BUILDING} of areas.csv line 10"):
        open_data_set(str(write(tmp_path, areas=areas, orgs=orgs, figures=NO_FIGURES)), today=TODAY, cautions=cautions)
    assert [str(caution).split(":")[0] for caution in cautions] == [
        "orgs.csv line 10, column area_id",
        "orgs.csv line 11, column name",
    ]


LATER = date(2024, 8, 1)


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (
            {"alliances": ended(ALLIANCES, "A002"), "memberships": begun(MEMBERSHIPS, "U0002", day=LATER)},
            "memberships.csv line 3, column alliance_id: 'A002'",
        ),
        (
            {"units": ended(UNITS, "U0002"), "memberships": begun(MEMBERSHIPS, "U0002", day=END)},
            "memberships.csv line 3, column unit_id: 'U0002'",
        ),
        (
            {"areas": ended(AREAS, GRID), "orgs": begun(ORGS, GROUP, day=LATER)},
            f"orgs.csv line 9, column area_id: '{GRID}'",
        ),
        (
            {
                "areas": ended(AREAS, GRID),
                "orgs": ORGS,
                "alliances": begun(ALLIANCES, "A002", day=LATER).replace("D220202001001,A001", f"{GROUP},A001"),
            },
            f"alliances.csv line 5, column lead_id: '{GROUP}'",
        ),
    ],
)
def test_a_row_that_begins_after_what_it_names_has_ended_is_a_fault(
    tmp_path: Path, files: dict[str, str], place: str
) -> None:
    (fault,) = faults(write(tmp_path, **files))
    assert fault.startswith(f"{place} — expected the id of a standing ")
    assert "the row of that id ended on 2024-05-01 (" in fault
    assert f", and this row begins on {LATER if str(LATER) in fault else END}: state its days as they were" in fault


def test_a_row_without_a_first_day_begins_with_the_data_set_and_not_after_what_it_names(tmp_path: Path) -> None:
    units = UNITS + "U0009,旧厂,enterprise,,synthetic,2010-01-01,2020-01-01\n"
    memberships = MEMBERSHIPS + "U0009,A002,member,synthetic,,\n"
    (fault,) = faults(write(tmp_path, units=units, memberships=memberships))
    assert "ended on 2020-01-01 (units.csv line 5), and this row begins on 2022-12-31" in fault
    dated = memberships.replace("U0009,A002,member,synthetic,,", "U0009,A002,member,synthetic,2012-01-01,")
    stated, _ = read(write(tmp_path, units=units, memberships=dated))
    assert (stated.bonds[-1].unit_id, stated.bonds[-1].valid_to) == ("U0009", date(2020, 1, 1))


def test_what_names_something_that_never_was_never_was_either(tmp_path: Path) -> None:
    units = UNITS + "U0009,误录,enterprise,,synthetic,2023-01-01,2023-01-01\n"
    stated, cautions = read(
        write(tmp_path, units=units, memberships=MEMBERSHIPS + "U0009,A002,member,synthetic,2023-01-01,\n")
    )
    assert (stated.bonds[-1].valid_from, stated.bonds[-1].valid_to) == (date(2023, 1, 1), date(2023, 1, 1))
    assert len(cautions) == 1


def test_an_optional_id_of_what_ended_before_is_left_out(tmp_path: Path) -> None:
    alliances = begun(ended(ALLIANCES, "L02"), "A001", day=LATER)
    memberships = MEMBERSHIPS.replace("U0001,A001,lead,synthetic,,", f"U0001,A001,lead,synthetic,{LATER},")
    stated, _ = read(write(tmp_path, alliances=alliances, memberships=memberships))
    assert {fact.id: fact.valid_to for fact in stated.facts}["A001"] is None
