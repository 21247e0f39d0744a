"""dataset.toml is refused with the line and key of everything wrong in it."""

from pathlib import Path

import pytest
from dataset_folder import DATASET, FILES, damage, faults, read, write

from graph.tables import CategoryWord

A_LIST = 'a list such as ["County", "Town"], or [[…]] tables'
AREA_WORDS = "one of Country, Province, City, County, Town, Neighbourhood, Grid, Compound, Building"
NAME = "1 to 40 characters of a to z, 0 to 9 and -"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('name = "city"', 'name = "City!"', ["line 1, key name: 'City!' — expected 1 to 40 characters of a to z, 0 to 9 and -"]),
        ('name = "city"', f'name = "{"a" * 41}"', [f"line 1, key name: '{'a' * 41}' — expected {NAME}"]),
        ('name = "city"', "name = 7", ["line 1, key name: '7' — expected a text in quotes"]),
        ('title = "示例市"\n', "", ["line 1, key title: expected the key; it is missing"]),
        ('title = "示例市"', 'title = ""', ["line 2, key title: empty — expected a name"]),
        ('title = "示例市"', 'title = " 示例市"', ["line 2, key title: ' 示例市' — expected a name without white space before or after it"]),
        ('source = "An example."', 'source = ""', ["line 3, key source: empty — expected a text"]),
        ('title = "示例市"', 'titel = "示例市"', ["line 1, key title: expected the key; it is missing", "line 2, key titel: expected only the keys name, title, source, first_day, lines, least_employees, categories, schemes, areas, orgs; perhaps title is meant"]),
        ("first_day = 2022-12-31", 'first_day = "2022-12-31"', ["line 4, key first_day: '2022-12-31' — expected a date without quotes, such as 2022-12-31"]),
        ("first_day = 2022-12-31", "first_day = 2022-12-31T08:00:00", ["line 4, key first_day: '2022-12-31 08:00:00' — expected a date without quotes, such as 2022-12-31"]),
        ("first_day = 2022-12-31", "first_day = 2026-01-01", ["line 4, key first_day: '2026-01-01' — expected a day that is not in the future; today is 2025-01-01"]),
        ('lines = ["公安", "住建"]', 'lines = "公安"', [f"line 5, key lines: '公安' — expected {A_LIST}"]),
        ('lines = ["公安", "住建"]', 'lines = ["公安", 3]', ["line 5, key lines: '3' — expected a text in quotes"]),
        ('lines = ["公安", "住建"]', 'lines = ["公安", "住建", "公安"]', ["line 5, key lines: '公安' — expected each line once"]),
        ('kind = "Grid"', 'kind = "Gird"', [f"line 32, key areas.kind: 'Gird' — expected {AREA_WORDS}; perhaps Grid is meant"]),
        ('kind = "Grid"', 'kind = "GridGroup"', [f"line 32, key areas.kind: 'GridGroup' — expected {AREA_WORDS}; perhaps Grid is meant"]),
        ('kind = "Grid"', 'kind = "Town"', ["line 32, key areas.kind: 'Town' — expected each kind once; a table above is of this kind as well"]),
        ('kind = "Grid"\n', "", ["line 31, key areas.kind: expected the key; it is missing"]),
        ('title = "区委"', 'titel = "区委"', ["line 49, key orgs.title: expected the key; it is missing", "line 51, key orgs.titel: expected only the keys kind, title, tier, under, covers; perhaps title is meant"]),
        ('title = "区委"', 'title = "区委\\n"', ["line 51, key orgs.title: '区委\\n' — expected a name without U+000A LINE BREAK"]),
        ('within = ["County"]', 'within = ["Building"]', ["line 22, key areas.within: 'Building' — expected a kind that has a table [[areas]] above this one, or this kind itself"]),
        ('within = ["County"]', 'within = ["County", "County"]', ["line 22, key areas.within: 'County' — expected each word once"]),
        ('covers = ["County"]', "covers = []", ["line 53, key orgs.covers: expected at least one kind of area: every organisation covers one"]),
        ('covers = ["County"]', 'covers = ["Compound"]', ["line 53, key orgs.covers: 'Compound' — expected a kind that has an [[areas]] table"]),
        ("tier = 3", 'tier = "3"', ["line 72, key orgs.tier: '3' — expected a whole number"]),
        ("tier = 3", "tier = true", ["line 72, key orgs.tier: 'true' — expected a whole number"]),
        ('lines = ["公安", "住建"]', "lines = [[true]]", ["line 5, key lines: expected a text in quotes"]),
        ("tier = 3", "tier = 0", ["line 72, key orgs.tier: '0' — expected a whole number from 1 up"]),
        ("tier = 5", "tier = 1", ["line 94, key orgs.under: 'BuildingGroup' — expected only kinds without a tier or of tier 1 at most, for this is a kind of tier 1; BuildingGroup is of tier 4", "line 94, key orgs.under: 'GridGroup' — expected only kinds without a tier or of tier 1 at most, for this is a kind of tier 1; GridGroup is of tier 4"]),
        ("tier = 5\n", "", ["line 93, key orgs.under: 'BuildingGroup' — expected only kinds without a tier, for this is a kind without a tier; BuildingGroup is of tier 4", "line 93, key orgs.under: 'GridGroup' — expected only kinds without a tier, for this is a kind without a tier; GridGroup is of tier 4"]),
    ],
)  # fmt: skip
def test_a_description_that_breaks_a_rule(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert faults(damage(tmp_path, "dataset.toml", old, new)) == [f"dataset.toml {fault}." for fault in expected]


def test_a_category_the_register_does_not_know(tmp_path: Path) -> None:
    (fault,) = faults(damage(tmp_path, "dataset.toml", 'categories = ["district"]', 'categories = ["districts"]'))
    assert fault.startswith("dataset.toml line 17, key areas.categories: 'districts' — expected one of ")
    assert fault.endswith("; perhaps district is meant.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (DATASET.replace("first_day = 2022-12-31", "first_day = 2022/12/31"), 4),
        (DATASET.replace('"示例市"', "示例市"), 2),
        (DATASET.replace('"示例市"', '"示例市"\ntitle = "again"'), 3),
        ('name = "city', 1),
        ('name = "city"\n[[areas', 2),
        (DATASET.replace("示例市", "示例市\x00"), 2),
    ],
)
def test_a_description_that_is_not_toml_says_on_which_line(tmp_path: Path, text: str, line: int) -> None:
    (fault,) = faults(write(tmp_path, dataset=text))
    assert fault.startswith(f"dataset.toml line {line}: expected TOML; ")


def test_an_empty_description_lacks_every_key(tmp_path: Path) -> None:
    assert faults(write(tmp_path, dataset="")) == [
        f"dataset.toml line 1, key {key}: expected the key; it is missing."
        for key in ("areas", "first_day", "lines", "name", "orgs", "source", "title")
    ]


def test_lines_inside_a_long_text_are_not_taken_for_keys(tmp_path: Path) -> None:
    text = DATASET.replace('"An example."', '"""\ntitle = 1\n[[areas]]\n"""').replace('kind = "City"', 'kind = "Town "')
    fault, *_ = faults(write(tmp_path, dataset=text))
    assert fault.startswith("dataset.toml line 11, key areas.kind: 'Town ' — ")


def test_a_long_source_may_end_with_a_line_break(tmp_path: Path) -> None:
    folder = damage(tmp_path, "dataset.toml", '"An example."', '"""\nOne line.\nAnother.\n"""')
    assert read(folder).source == "One line.\nAnother."


@pytest.mark.parametrize("opening", ["[", "{ a = "])
def test_a_description_nested_too_deeply_is_a_fault(tmp_path: Path, opening: str) -> None:
    closing = "]" if opening == "[" else " }"
    folder = write(tmp_path, dataset=f"x = {opening * 5000}{closing * 5000}\n{DATASET}")
    assert faults(folder) == ["dataset.toml: expected TOML; its lists or tables are nested too deeply."]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("tier = 3", f"tier = {'9' * 5000}", ": expected TOML; a number in it has too many digits"),
        ("tier = 3", f"tier = 0x{'f' * 5000}", " line 72, key orgs.tier: expected a whole number from 1 to 10"),
        ('name = "city"', f"name = 0x{'f' * 5000}", " line 1, key name: expected a text in quotes"),
        ('name = "city"', f"name.{'a.' * 5000}b = 1", " line 1, key name: expected a text in quotes"),
    ],
)
def test_a_value_too_large_to_be_shown_is_a_fault(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert f"dataset.toml{expected}." in faults(damage(tmp_path, "dataset.toml", old, new))


OWN = DATASET.replace(
    '\n[[areas]]\nkind = "City"',
    '\n[[categories]]\nkey = "ethnic_township"\ntitle = "民族乡"\n\n[[areas]]\nkind = "City"',
).replace('"street", "town"', '"street", "ethnic_township"')


def test_a_category_that_the_data_set_adds_is_one_its_areas_may_be_of(tmp_path: Path) -> None:
    areas = FILES["areas.csv"].replace(",220202001000,street,", ",220202001000,ethnic_township,")
    data_set = read(write(tmp_path, dataset=OWN, areas=areas))
    assert data_set.tables.categories == (CategoryWord("ethnic_township", "民族乡"),)
    assert data_set.tables.areas[2].categories == ("street", "ethnic_township")
    assert data_set.facts[2].properties["category"] == "ethnic_township"


def test_a_data_set_adds_no_category_unless_it_says_so(tmp_path: Path) -> None:
    assert read(write(tmp_path)).tables.categories == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"ethnic_township"', '"Ethnic"', "line 8, key categories.key: 'Ethnic' — expected 1 to 40 characters of a to z, 0 to 9 and _, the first a letter"),
        ('"ethnic_township"', '"1st"', "line 8, key categories.key: '1st' — expected 1 to 40 characters of a to z, 0 to 9 and _, the first a letter"),
        ('"ethnic_township"', '"town"', "line 8, key categories.key: 'town' — expected a category that the national register does not have; this one needs no table"),
        ('title = "民族乡"', 'title = "民族乡 "', "line 9, key categories.title: '民族乡 ' — expected a name without white space before or after it"),
        ('title = "民族乡"', 'name = "民族乡"', "line 9, key categories.name: expected only the keys key, title"),
        ('title = "民族乡"\n', "", "line 7, key categories.title: expected the key; it is missing"),
        ('title = "民族乡"', 'title = "民族乡"\n[[categories]]\nkey = "ethnic_township"\ntitle = "民族乡"', "line 11, key categories.key: 'ethnic_township' — expected each category once; a table above has it"),
    ],
)  # fmt: skip
def test_a_category_that_breaks_a_rule(tmp_path: Path, old: str, new: str, expected: str) -> None:
    text = OWN.replace(', "ethnic_township"', "").replace(old, new)
    assert f"dataset.toml {expected}." in faults(write(tmp_path, dataset=text))


def test_an_area_is_of_no_category_that_nobody_added_or_that_its_kind_does_not_have(tmp_path: Path) -> None:
    areas = FILES["areas.csv"].replace(",220202001000,street,", ",220202001000,ethnic_townships,")
    areas = areas.replace(",220202000000,district,", ",220202000000,ethnic_township,")
    assert faults(write(tmp_path, dataset=OWN, areas=areas)) == [
        "areas.csv line 3, column category: 'ethnic_township' — expected district, or an empty cell, for a County.",
        "areas.csv line 4, column category: 'ethnic_townships' — expected one of street, ethnic_township, or an empty cell, for a Town; perhaps ethnic_township is meant.",
    ]


def test_no_category_is_at_fault_while_nobody_knows_which_there_are(tmp_path: Path) -> None:
    areas = FILES["areas.csv"].replace(",220202001000,street,", ",220202001000,ethnic_township,")
    assert all(fault.startswith("dataset.toml") for fault in faults(write(tmp_path, dataset="x", areas=areas)))
