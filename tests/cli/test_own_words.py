"""A data set's own words for its kinds: kept with the graph, and shown and understood wherever a kind is named."""

from datetime import date
from pathlib import Path

import click
import pytest

from cli.kinds import asked_kind
from graph.engines import Engine
from graph.kind_words import KindWords
from graph.loading import load
from graph.progress import unreported
from graph.questions.dictionary import dictionary
from graph.tables import AreaKind, Tables
from graph.vocabulary import KINDS, Kind
from seed_data.opening import open_data_set
from tests.cli.commands import Wuji
from tests.unit.dataset_folder import AREAS, DATASET, write

OWN = (
    DATASET.replace('title = "楼"', 'title = "楼宇"')
    .replace('title = "社区党组织"', 'title = "社区党委（总支）"')
    .replace('"street", "town"', '"street", "ethnic_township"')
    .replace("\n[[areas]]", '\n[[categories]]\nkey = "ethnic_township"\ntitle = "民族乡"\n\n[[areas]]', 1)
)
TOWN = "220202001000"


@pytest.fixture
def city(empty: Engine, tmp_path: Path) -> Engine:
    """A graph of a city that calls a building 楼宇, and whose one town is a 民族乡."""
    areas = AREAS.replace(f",{TOWN},street,", f",{TOWN},ethnic_township,")
    contents = open_data_set(str(write(tmp_path, dataset=OWN, areas=areas)), today=date(2025, 1, 1))
    load(empty, contents, actor="tests", today=date(2025, 1, 1), overwrite=False, report=unreported)
    return empty


@pytest.mark.parametrize("name", ["楼宇", "Building", "楼栋", "楼"])
def test_a_kind_is_asked_for_by_the_word_of_the_data_set_and_by_the_models(
    city: Engine, wuji: Wuji, own: dict[str, str], name: str
) -> None:
    assert city is not None
    listed = wuji("list", name, **own)
    assert (listed.returncode, listed.stdout.splitlines()[0].split(":")[0]) == (0, "楼宇 (Building)")


def test_every_command_names_a_kind_by_the_word_of_the_data_set(city: Engine, wuji: Wuji, own: dict[str, str]) -> None:
    assert city is not None
    (id,) = {line.split()[0] for line in wuji("list", "楼宇", **own).stdout.splitlines()[2:3]}
    told = {
        "find": wuji("find", "楼", "--kind", "楼宇", **own).stdout,
        "show": wuji("show", id, **own).stdout,
        "profile": wuji("profile", id, **own).stdout,
        "tree": wuji("show", "220202000000", **own).stdout,
    }
    assert {name: "楼宇" in text for name, text in told.items()} == dict.fromkeys(told, True), told


def test_a_name_that_no_kind_has_is_refused_with_those_there_are(city: Engine, wuji: Wuji, own: dict[str, str]) -> None:
    assert city is not None
    refused = wuji("find", "楼", "--kind", "楼房", **own)
    assert refused.returncode == 2
    assert "楼宇" in refused.stderr


def test_a_word_that_the_city_has_for_two_kinds_is_refused_with_their_labels() -> None:
    words = KindWords(
        Tables(
            (
                AreaKind(Kind.CITY, "地方", (), ()),
                AreaKind(Kind.TOWN, "地方", (), ()),
                AreaKind(Kind.GRID, "Town", (), ()),
            )
        )
    )
    with pytest.raises(click.BadParameter, match="'地方' is what this city calls City and Town"):
        asked_kind("地方", words)
    assert (asked_kind("City", words), asked_kind("Town", words)) == (Kind.CITY, Kind.TOWN)


def test_the_vocabulary_has_the_words_of_the_data_set_and_otherwise_the_models(city: Engine) -> None:
    titles = {word.kind: word.title for word in dictionary(city).value.kinds}
    assert (titles[Kind.BUILDING], titles[Kind.COMMUNITY_ORG]) == ("楼宇", "社区党委（总支）")
    assert titles[Kind.COMPOUND] == KINDS[Kind.COMPOUND].chinese


def test_every_command_says_the_word_for_a_category_of_the_data_set(
    city: Engine, wuji: Wuji, own: dict[str, str], tmp_path: Path
) -> None:
    assert city is not None
    of_category = ("list", "Town", "--where", "category:ethnic_township")
    assert "民族乡 (ethnic_township)" in wuji("show", TOWN, **own).stdout
    assert "民族乡" in wuji(*of_category, **own).stdout
    wuji(*of_category, "--csv", str(tmp_path / "towns.csv"), **own)
    assert "民族乡" in (tmp_path / "towns.csv").read_text(encoding="utf-8-sig")
    refused = wuji("list", "Town", "--where", "category:banner", **own)
    assert (refused.returncode, "ethnic_township" in refused.stderr) == (2, True)
