"""A city's recipe is refused where it cannot be followed."""

from pathlib import Path

import pytest

from graph.errors import DataSetError
from graph.vocabulary import AreaCategory
from seed_data.synthesis.alliance_recipe import LineTable
from seed_data.synthesis.recipe import GridTable
from seed_data.synthesis.rows import FigureRow
from seed_data.synthesis.table import read_table
from seed_data.synthesis.totals import totals_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("least = ", "Invalid value"),
        ('least = 2\nmost = 40\nshares = [1, 2]\nname = "x"\nmots = 3\n', "mots"),
        ("least = 2\n", "most"),
    ],
)
def test_a_file_that_is_not_the_table_is_refused_by_name(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "recipe.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataSetError, match=rf"recipe\.toml cannot be followed: (?s:.*){said}"):
        read_table(tmp_path / "recipe.toml", GridTable)


def test_figures_that_lack_a_total_are_refused_with_its_key() -> None:
    grids = FigureRow("grids", "", "", "12", "", "", "", "")
    with pytest.raises(DataSetError, match="lacks grid_branches, grid_groups"):
        totals_of([grids])


def test_a_line_without_a_name_in_a_county_has_no_department_there() -> None:
    line = LineTable(name="法院", city="{city}中级人民法院", district="{area}人民法院")
    assert line.of_county(AreaCategory.DISTRICT) == "{area}人民法院"
    assert line.of_county(AreaCategory.DEV_ZONE) == ""
