"""The ledgers of a data set: read where they are there, and held to their rules."""

from datetime import date
from pathlib import Path

import pytest
from dataset_folder import AREAS, ORGS, UNITS, damage, facts, faults, read, write

from graph.loading import Triple
from graph.vocabulary import LEDGERS, Kind, Relationship

POSTS = """\
id,name,body_id,role,source
P1,滨江社区党委书记,D220202001001,secretary,ledger
P2,滨江社区党委委员,D220202001001,committee_member,ledger
"""
PERSONS = """\
id,name,post_ids,source
R1,王小明,P1;P2,ledger
R2,李芳,,ledger
"""
# One for each county, town, neighbourhood and grid that stands.
CADRES = """\
id,name,area_ids,rank,source
K1,赵一,220202000000,city_leader,ledger
K2,钱二,220202001000,county_leader,ledger
K3,孙三,220202001001;220202001002,section_level,ledger
K4,周四,220202001001001；220202001001002；220202001002001,other,ledger
"""


def ledgers(folder: Path, **texts: str) -> Path:
    """Write the data set with some ledgers, named by their files' stems."""
    write(folder)
    for stem, text in texts.items():
        (folder / f"{stem}.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_ledger_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert facts(write(tmp_path), *LEDGERS) == []


def test_a_row_states_its_ties_and_properties(tmp_path: Path) -> None:
    post, _ = facts(ledgers(tmp_path, posts=POSTS, persons=PERSONS), Kind.POST)
    assert (post.id, post.name, post.valid_from) == ("P1", "滨江社区党委书记", date(2022, 12, 31))
    assert post.properties == {"name": "滨江社区党委书记", "source": "ledger", "role": "secretary"}
    assert post.links == (Triple(Relationship.PART_OF, "P1", "D220202001001"),)


def test_a_persons_name_is_masked_as_it_is_loaded_and_kept_apart(tmp_path: Path) -> None:
    stated = {fact.id: fact for fact in read(ledgers(tmp_path, posts=POSTS, persons=PERSONS)).facts}
    assert (stated["R1"].properties["name"], stated["R1"].properties["full_name"]) == ("王*", "王小明")
    assert stated["R1"].links == (
        Triple(Relationship.HOLDS, "R1", "P1"),
        Triple(Relationship.HOLDS, "R1", "P2"),
    )
    assert "full_name" not in stated["P1"].properties


def test_values_are_read_by_their_type(tmp_path: Path) -> None:
    venues = "id,name,area_id,unit_id,facilities,opened_on,source\nV1,议事厅,220202001001,U0002,桌椅；投影,2022-05-01,ledger\n"
    workers = (
        "id,name,grid_id,is_full_time,source\nG1,王芳,220202001001001,是,ledger\nG2,李强,220202001001001,FALSE,ledger\n"
    )
    folder = ledgers(tmp_path, venues=venues, grid_workers=workers)
    (venue,) = facts(folder, Kind.VENUE)
    assert (venue.properties["facilities"], venue.properties["opened_on"]) == (["桌椅", "投影"], date(2022, 5, 1))
    assert [worker.properties["is_full_time"] for worker in facts(folder, Kind.GRID_WORKER)] == [True, False]


@pytest.mark.parametrize(
    ("ledger", "old", "new", "said"),
    [
        ("posts", "secretary,ledger", "书记,ledger", "posts.csv line 2, column role: '书记' — expected one of secretary,"),
        ("posts", "D220202001001,secretary", ",secretary", "column body_id: empty — expected the id of a standing "),
        ("posts", "D220202001001,secretary", "220202001001,secretary", "the row of that id is a Neighbourhood"),
        ("posts", "committee_member", "secretary", "a body without a post of a secretary, for each has one; posts.csv line 2"),
        ("persons", "P1;P2", "P1;P1", "expected each value once, with semicolons between them; 'P1' stands twice"),
        ("persons", "P1;P2", "P1;P9", "column post_ids: 'P9' — expected the id of a standing Post; no row has it. If its row was taken out, put that back with the day it ended as its valid_to, or take the id out of this cell."),
        ("posts", "D220202001001,secretary", "D220202001009,secretary", "no row has it. If its row was taken out, put that back with the day it ended as its valid_to, or take this row out as well."),
        ("persons", "P1;P2", "；", "'；' — expected values with semicolons between them; this cell has semicolons alone."),
        ("persons", "P1;P2", "P1、P2", "several stand with semicolons between them, not '、'."),
        ("persons", "P1;P2", "P1;P 2", "expected a code without U+0020 SPACE."),
        ("persons", "李芳,,", "李芳,P2,", "expected a post that nobody else holds; persons.csv line 2 names it already."),
        ("cadres", "K2,钱二,220202001000,county_leader", "K2,钱二,220202001000,other", "expected a Grid, for this cadre is a other"),
        ("cadres", "220202001001;220202001002", "220202001001;220202001001001", "expected a Neighbourhood, for this cadre"),
        ("cadres", "220202001001;220202001002", "220202001001", "areas.csv line 6, column id: '220202001002' — expected an area that a cadre"),
        ("cadres", "K1,赵一,220202000000", "K1,赵一,220202000000;220200000000", "the row of that id is a City"),
        ("cadres", "K4,周四,220202001001001；", "K4,周四,", "every Grid has exactly one"),
    ],
)  # fmt: skip
def test_a_ledger_that_breaks_a_rule(tmp_path: Path, ledger: str, old: str, new: str, said: str) -> None:
    texts = {"posts": POSTS, "persons": PERSONS, "cadres": CADRES}
    assert texts[ledger].count(old) == 1
    found = faults(ledgers(tmp_path, **{**texts, ledger: texts[ledger].replace(old, new)}))
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize("cell", ["P1;P2;", "P1；P2；", ";P1; ;P2", " P1 ；P2;;", "P1;P2"])
def test_a_semicolon_too_many_in_a_cell_means_nothing(tmp_path: Path, cell: str) -> None:
    folder = ledgers(tmp_path, posts=POSTS, persons=PERSONS.replace("P1;P2", cell))
    assert [link.target for link in facts(folder, Kind.PERSON)[0].links] == ["P1", "P2"]


def test_an_area_has_one_cadre_and_no_more(tmp_path: Path) -> None:
    second = CADRES + "K5,吴五,220202001002001,other,ledger\n"
    (fault,) = faults(ledgers(tmp_path, cadres=second))
    assert fault == (
        "cadres.csv line 6, column area_ids: '220202001002001' — expected an area that no other cadre is in contact with; "
        "cadres.csv line 5 names it already."
    )


def test_a_data_set_without_cadres_need_not_have_any_and_one_with_all_is_read(tmp_path: Path) -> None:
    assert len(facts(ledgers(tmp_path, cadres=CADRES), Kind.CADRE)) == 4


@pytest.mark.parametrize(
    ("officers", "said"),
    [
        (
            "F1,王一,,,\nF2,李二,,F1,\nF3,张三,,F1,\n",
            "an officer whom no other row is paired with; officers.csv line 3",
        ),
        ("F1,王一,,,\nF2,李二,,F1,\nF3,张三,,F2,\n", "expected an officer who pairs with nobody else; line 3 does"),
        ("F1,王一,,F1,\n", "a row cannot name itself"),
        ("F1,王一,220202001002,,220202001001001\n", "expected a Grid in 220202001002, which the row names as area_id"),
    ],
)
def test_officers_who_break_a_rule(tmp_path: Path, officers: str, said: str) -> None:
    header = "id,name,area_id,paired_id,grid_id,assignment,source\n"
    text = header + officers.replace("\n", ",bureau_police,ledger\n")
    assert any(said in fault for fault in faults(ledgers(tmp_path, officers=text)))


def test_an_officer_may_be_named_before_his_row(tmp_path: Path) -> None:
    header = "id,name,paired_id,assignment,source\n"
    folder = ledgers(tmp_path, officers=header + "F2,李二,F1,bureau_police,ledger\nF1,王一,,community_police,ledger\n")
    assert [row.id for row in facts(folder, Kind.OFFICER)] == ["F1", "F2"]


def test_a_fault_shows_nobodys_full_name(tmp_path: Path) -> None:
    persons = PERSONS.replace("王小明", "王小明 ").replace("R2,李芳,,ledger", "R2,李芳")
    assert faults(ledgers(tmp_path, posts=POSTS, persons=persons)) == [
        "persons.csv line 2, column name: '王*' — expected a name without white space before or after it.",
        "persons.csv line 3: expected 4 cells, as the header has; this row has 2.",
    ]


STEPS = """\
id,name,method_id,position,produces,source,valid_to
S1,摸底,M1,1,清单,ledger,
S2,组建,M1,1,章程,ledger,
S3,采集,M2,1,台账,ledger,
S4,排查,M2,1,旧台账,ledger,2024-01-01
"""


def test_two_steps_of_one_method_stand_at_two_positions(tmp_path: Path) -> None:
    methods = "id,name,applies_to,source\nM1,六步,alliance,ledger\nM2,闭环,grid,ledger\n"
    assert faults(ledgers(tmp_path, methods=methods, method_steps=STEPS)) == [
        "method_steps.csv line 3, column position: '1' — expected a position that no other step of M1 has; line 2 has it."
    ]


def test_only_an_institution_is_moved_down(tmp_path: Path) -> None:
    units = "id,name,category,moved_down_to_id,source\nU0001,超市,enterprise,220202001000,ledger\nU0002,站,institution,220202001000,ledger\n"
    members = "unit_id,alliance_id,role,source\n"
    assert faults(write(tmp_path, units=units, memberships=members)) == [
        "units.csv line 2, column moved_down_to_id: '220202001000' — expected an empty cell; only an institution is moved down."
    ]


STATIONS = "id,name,town_id,unit_id,is_lead,police,source\nPS1,兴华派出所,220202001000,U0001,true,{},ledger\n"
STATIONED = """\
id,name,area_id,station_id,assignment,source,valid_to
F1,王一,220202001001,PS1,community_police,ledger,
F2,李二,220202001002,PS1,community_police,ledger,
F3,张三,220202001002,PS1,community_police,ledger,2024-01-01
F4,赵四,220202001000,PS1,station_chief,ledger,
"""


def test_a_station_has_no_fewer_police_than_it_has_community_police(tmp_path: Path) -> None:
    (fault,) = faults(ledgers(tmp_path, police_stations=STATIONS.format(1), officers=STATIONED))
    assert fault == (
        "police_stations.csv line 2, column police: '1' — expected a number not below 2, for so many of its police are "
        "community police in officers.csv; correct the number, or their station_id."
    )
    assert facts(ledgers(tmp_path, police_stations=STATIONS.format(2), officers=STATIONED), Kind.POLICE_STATION)


@pytest.mark.parametrize(("due", "is_fault"), [("2021-06-30", True), ("2021-07-01", False), ("2030-07-01", False)])
def test_the_next_election_does_not_come_before_the_last(tmp_path: Path, due: str, *, is_fault: bool) -> None:
    header, first, *others = ORGS.splitlines()
    lines = [f"{header},last_election,next_election", f"{first},2021-07-01,{due}", *(f"{line},," for line in others)]
    folder = write(tmp_path, orgs="\n".join(lines) + "\n")
    if not is_fault:
        assert read(folder).facts
        return
    assert faults(folder) == [
        f"orgs.csv line 2, column next_election: '{due}' — expected a day not before 2021-07-01, the day of the last election."
    ]


def test_a_pairing_has_two_parties(tmp_path: Path) -> None:
    text = "id,name,party_ids,category,source\nPG1,共建,U0002,new_org,ledger\n"
    (fault,) = faults(ledgers(tmp_path, pairings=text))
    assert "expected at least 2 ids, with semicolons between them" in fault


@pytest.mark.parametrize(
    ("ledger", "ought"),
    [
        ("economic,true,60,true", True),
        ("economic,true,49,true", False),
        ("social,false,60,true", False),
        ("social,true,60,", False),
        (",true,60,true", None),
    ],
)
def test_whether_a_new_organisation_ought_to_have_a_branch_follows_from_the_criteria(
    tmp_path: Path, ledger: str, ought: bool | None
) -> None:
    damage(tmp_path, "dataset.toml", "first_day", "least_employees = 50\nfirst_day")
    head, *lines = UNITS.splitlines()
    columns = f"{head},new_org,has_premises,employees,is_operating\n"
    told = [f"{line},{ledger}" if line.startswith("U0002") else f"{line},,,," for line in lines]
    (tmp_path / "units.csv").write_text(columns + "\n".join(told), encoding="utf-8")
    (unit,) = [fact for fact in read(tmp_path).facts if fact.id == "U0002"]
    assert unit.properties["ought_branch"] is ought


def test_a_column_that_the_kind_does_not_have_is_empty(tmp_path: Path) -> None:
    text = (
        "id,kind,name,parent_id,area_id,admin_posts,source\n"
        "D220200000000,CityCommittee,吉林市委,,220200000000,12,published\n"
    )
    found = faults(write(tmp_path, orgs=text))
    assert any("expected an empty cell; a CityCommittee has no admin_posts" in fault for fault in found)


@pytest.mark.parametrize("name", ["post.csv", "Posts.CSV", "posts.xlsx", "grid-workers.csv"])
def test_a_file_nearly_named_like_a_ledger_is_not_passed_over(tmp_path: Path, name: str) -> None:
    (write(tmp_path) / name).write_text(POSTS, encoding="utf-8")
    (fault,) = faults(tmp_path)
    assert f"{name}: expected a CSV file by the name " in fault


def test_other_files_of_a_folder_are_left_alone(tmp_path: Path) -> None:
    (write(tmp_path) / "说明.csv").write_text("x", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    assert read(tmp_path).name == "city"


def test_an_area_of_the_past_needs_no_cadre(tmp_path: Path) -> None:
    assert "旧社区" in AREAS
    assert facts(ledgers(tmp_path, cadres=CADRES), Kind.CADRE)


def test_a_post_ends_with_its_body_and_its_holder_goes_on_without_it(tmp_path: Path) -> None:
    folder = ledgers(
        tmp_path, posts=POSTS.replace("D220202001001,committee", "D220202001002,committee"), persons=PERSONS
    )
    orgs = (folder / "orgs.csv").read_text("utf-8")
    head, *lines = orgs.splitlines()
    ended = [f"{line}2024-05-01" if line.startswith("D220202001002") else line for line in lines]
    (folder / "orgs.csv").write_text("\n".join([head, *ended]), encoding="utf-8")
    stated = {fact.id: fact for fact in read(folder).facts}
    assert (stated["P1"].valid_to, stated["P2"].valid_to) == (None, date(2024, 5, 1))
    assert stated["P2"].links == (Triple(Relationship.PART_OF, "P2", "D220202001002"),)
    assert (stated["R1"].valid_to, stated["R1"].links) == (None, (Triple(Relationship.HOLDS, "R1", "P1"),))
