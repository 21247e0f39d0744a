"""docs/dataset.md tells all of the format, and its example is a data set."""

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import pytest
from dataset_folder import AREAS, faults, read, write

import cypher
from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, AreaCategory, Role, Scheme, Source, UnitCategory
from seed_data.description import AreaTable, Description, OrgTable, OwnCategoryTable, SchemeTable
from seed_data.format import LAYOUTS, Layout
from seed_data.origins import DATASET_FILE

PAGE = (Path(__file__).parents[2] / "docs" / "dataset.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "layout",
    [one for one in LAYOUTS if not one.may_lack or one.file == "identifiers.csv"],
    ids=lambda layout: layout.file,
)
def test_every_column_of_a_file_is_explained_in_its_section(layout: Layout) -> None:
    (section,) = re.findall(rf"^## `{layout.file}`.*?(?=^## )", PAGE, flags=re.MULTILINE | re.DOTALL)
    explained = {name for row in re.findall(r"^\| (`.*?) \|", section, flags=re.MULTILINE) for name in row.split(", ")}
    assert explained == {f"`{column}`" for column in layout.columns}


@pytest.mark.parametrize("model", [Description, AreaTable, OrgTable, OwnCategoryTable, SchemeTable])
def test_every_key_of_the_description_is_explained(
    model: type[Description | AreaTable | OrgTable | OwnCategoryTable | SchemeTable],
) -> None:
    for key in model.model_fields:
        assert re.search(rf"^\| `(\[\[)?{key}(\]\])?` \|", PAGE, flags=re.MULTILINE)


@pytest.mark.parametrize("words", [AREA_KINDS, PARTY_ORG_KINDS, AreaCategory, UnitCategory, Role, Scheme, Source])
def test_every_word_a_cell_may_hold_is_named(words: Iterable[StrEnum]) -> None:
    assert [word for word in words if f"`{word.value}`" not in PAGE] == []


def test_every_statement_a_figure_may_name_is_listed() -> None:
    listed = re.findall(r"^\| `(reconcile/\w+)` \|", PAGE, flags=re.MULTILINE)
    assert listed == sorted(name for name in cypher.names() if name.startswith("reconcile/"))


def test_the_example_is_a_data_set(tmp_path: Path) -> None:
    example = PAGE[PAGE.index("## A whole one") :]
    for file, text in re.findall(r"^`([a-z.]+)`.*?```\w+\n(.*?)```", example, flags=re.MULTILINE | re.DOTALL):
        (tmp_path / file).write_text(text, encoding="utf-8")
    needed = {layout.file for layout in LAYOUTS if not layout.may_lack}
    assert {file.name for file in tmp_path.iterdir()} == {DATASET_FILE, *needed}
    assert read(tmp_path).name == "our-city"


def test_the_fault_the_page_shows_is_one_that_is_shown(tmp_path: Path) -> None:
    row = "220202001009001,Grid,网格,220202001009,,,ledger,,\n"
    assert faults(write(tmp_path, areas=AREAS + row))[0] in PAGE
