"""The generator knows no city: another register and other totals make another data set."""

import re
import shutil
from collections import Counter
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graph.errors import DataSetError
from graph.vocabulary import Kind
from seed_data.reading import read_data_set
from seed_data.synthesis.making import make
from seed_data.synthesis.rows import DataSetRows
from seed_data.writing import write_folder

REGISTER = """code,name,level,parent_code,type
990000000000,某省,1,,province
990100000000,云州市,2,990000000000,prefecture_level_city
990102000000,河口区,3,990100000000,district
990102001000,西关,4,990102000000,street
990102001001,钟楼社区,5,990102001000,residents_committee
990102001002,鼓楼坊,5,990102001000,residents_committee
990102100000,石桥镇,4,990102000000,town
990102100200,石桥村,5,990102100000,villagers_committee
990200000000,邻市,2,990000000000,prefecture_level_city
990202000000,邻区,3,990200000000,district
"""
TOTALS = {
    "grids": 9,
    "grid_branches": 4,
    "grid_groups": 3,
    "building_groups": 3,
    "member_households": 14,
    "alliances": 4,
    "alliance_units": 40,
}
# What of the mechanisms such a city would publish.
MORE_TOTALS = {
    "grid_workers": 20,
    "open_venues": 2,
    "activity_participations": 400,
    "org_dept_posts": 6,
    "contact_leaders": 12,
    "service_centres": 4,
    "red_posts": 1,
    "service_categories": 12,
    "new_org_branches": 0,
    "dispatched_branches": 1,
    "platforms": 4,
    "delegated_powers": 20,
    "enforcement_items": 22,
    "street_rights": 5,
    "street_offices_min": 2,
    "street_offices_max": 4,
    "street_enforcers_avg": 5,
    "sunk_officers": 30,
    "urban_officers": 2,
    "station_chiefs": 1,
    "police_rooms": 1,
    "community_police": 6,
    "community_police_share": 41.45,
    "bureau_police_pairs": 1,
    "paired_stations": 1,
    "result_posters": 30,
    "result_stalls": 20,
    "result_piles": 10,
    "result_waste": 6,
    "result_structures": 5,
    "institutions_down": 4,
    "posts_down": 30,
    "staff_down": 20,
    "street_posts_growth": 6.8,
    "sinking_departments": 13,
    "working_groups": 5,
    "working_group_heads": 5,
    "service_items": 30,
    "steps": 6,
    "volunteer_roles": 5,
}
ONE_NAME = 'firsts = ["江"]\nseconds = ["小区"]'


@pytest.fixture
def another_city(tmp_path: Path) -> Path:
    """A folder with another city's register and totals, spread and named like Jilin's."""
    folder = tmp_path / "another"
    with as_file(files("seed_data") / "jilin") as jilin:
        shutil.copytree(jilin, folder)
    (folder / "register.csv").write_text(REGISTER, encoding="utf-8")
    header = "key,section,phrase,value,unit,what_it_counts,statement,note\n"
    figures = "".join(f"{key},网格,{key},{value},个,{key},,\n" for key, value in {**TOTALS, **MORE_TOTALS}.items())
    (folder / "figures.csv").write_text(header + figures, encoding="utf-8")
    edit(folder / "recipe.toml", 'root = "[0-9]+"', 'root = "990100000000"')
    return folder


def edit(file: Path, pattern: str, replacement: str) -> None:
    text, count = re.subn(pattern, replacement, file.read_text("utf-8"))
    assert count
    file.write_text(text, encoding="utf-8")


def test_another_citys_register_and_totals_make_its_data_set(another_city: Path, tmp_path: Path) -> None:
    write_folder(make(another_city), tmp_path / "made")
    read = read_data_set(tmp_path / "made", today=date(2023, 1, 1), statements=frozenset())
    kinds = Counter(fact.kind for fact in read.facts)
    assert (kinds[Kind.CITY], kinds[Kind.COUNTY], kinds[Kind.TOWN], kinds[Kind.NEIGHBOURHOOD]) == (1, 1, 2, 3)
    assert (kinds[Kind.GRID], kinds[Kind.GRID_BRANCH], kinds[Kind.GRID_GROUP]) == (9, 4, 3)
    assert (kinds[Kind.BUILDING_GROUP], kinds[Kind.MEMBER_HOUSEHOLD]) == (3, 14)
    assert (kinds[Kind.ALLIANCE], len({bond.unit_id for bond in read.bonds})) == (4, 40)
    assert (kinds[Kind.GRID_WORKER], kinds[Kind.POWER], kinds[Kind.VENUE]) == (20, 20, 2)


def test_a_city_of_one_county_and_two_towns_has_five_heads_a_level_all_the_same(another_city: Path) -> None:
    heads = heads_of(make(another_city))
    assert [len(set(those)) for those in heads.values()] == [5, 5]
    assert {Kind.CADRE, Kind.PERSON} == {kind for those in heads.values() for kind, _ in those}


def test_where_no_further_leader_holds_a_post_one_heads_several_groups(another_city: Path) -> None:
    bare = '[bodies.{0}.any]\ncounts = [1]\nposts = [{{ role = "secretary", name = "{{body}}书记" }}]\n'
    for kind in ("CityCommittee", "CountyCommittee"):
        edit(
            another_city / "party_life.toml",
            rf"(?s)\[bodies\.{kind}\.any\].*?(?=\[bodies\.{kind}\.any\.elections\])",
            bare.format(kind),
        )
    heads = heads_of(make(another_city))
    assert sorted(len(those) for those in heads.values()) == [5, 5]
    # A city leader for the one county; two for the two towns of the county.
    assert sorted(len(set(those)) for those in heads.values()) == [1, 2]


def heads_of(made: DataSetRows) -> dict[str, list[tuple[Kind, str]]]:
    """Return the kind and id of the heads of the working groups, by their committee."""
    committees = {
        f"P{one.id}-1": str(one.cells["committee_id"]) for one in made.entries if one.kind is Kind.WORKING_GROUP
    }
    heads = dict[str, list[tuple[Kind, str]]]()
    for one in made.entries:
        held = one.cells.get("post_ids", ())
        assert isinstance(held, list | tuple)
        for post_id in held:
            if post_id in committees:
                heads.setdefault(committees[post_id], []).append((one.kind, one.id))
    return heads


def test_nothing_in_another_citys_data_set_speaks_of_jilin(another_city: Path) -> None:
    made = make(another_city)
    rows = [*made.areas, *made.orgs, *made.alliances, *made.entries, *(unit for unit in made.units if unit.line)]
    assert not [row.name for row in rows if re.search("吉林|昌邑|蛟河", row.name)]
    assert "云州市公安局河口分局" in {unit.name for unit in made.units}
    assert "西关党工委" in {org.name for org in made.orgs}


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "said"),
    [
        ("names.toml", r"(?s)firsts = .*?seconds = \[.*?\]", ONE_NAME, "more compounds than names.toml has words"),
        ("names.toml", "(?m)^second_syllables = .*$", "second_syllables = []", "second_syllables"),
        ("alliances.toml", r"(?s)names = \[.*?\]", 'names = ["{place}商店"]', "No words are left to name another"),
        ("figures.csv", "grids,9", "grids,999", "A total of 999 cannot be divided among 2"),
    ],
)
def test_a_recipe_that_does_not_suffice_is_refused(
    file: str, pattern: str, replacement: str, said: str, another_city: Path
) -> None:
    edit(another_city / file, pattern, replacement)
    with pytest.raises(DataSetError, match=said):
        make(another_city)
