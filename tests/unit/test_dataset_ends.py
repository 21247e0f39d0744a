"""What a row does when what it names has ended is what the model declares, in whatever file it stands."""

from datetime import date
from pathlib import Path

import pytest
from dataset_folder import ALLIANCES, AREAS, ORGS, STATEMENTS, TODAY, UNITS, faults, write

from graph.loading import Contents
from graph.vocabulary import Relationship
from seed_data.faults import DataSetFault
from seed_data.reading import read_data_set

END = date(2024, 5, 1)
GRID, GROUP = "220202001001002", "D220202001001002"
BUILDING, BUILDING_GROUP = "220202001001001001", "D220202001001001001"


def ended(text: str, *ids: str, day: date = END) -> str:
    """Return a file in which rows have ended."""
    head, *lines = text.splitlines()
    return "\n".join([head, *(f"{line}{day}" if line.split(",")[0] in ids else line for line in lines)]) + "\n"


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
        "that id ended on 2024-05-01 (orgs.csv line 8)."
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
