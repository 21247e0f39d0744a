"""``wuji dataset``."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.dataset import dataset
from cli.main import main


def test_without_a_name_it_lists_the_built_in_data_sets() -> None:
    result = CliRunner().invoke(dataset, [])
    assert (result.exit_code, result.output.split()) == (0, ["jilin", "mini"])


def test_it_writes_one_and_says_how_to_load_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(dataset, ["mini", "--to", str(tmp_path / "own")])
    assert result.exit_code == 0
    assert f"wuji seed --dataset {tmp_path / 'own'}" in result.output
    assert (tmp_path / "own" / "dataset.toml").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mini"], "--to FOLDER"),
        (["--to", "somewhere"], "jilin or mini"),
        (["changchun", "--to", "somewhere"], "no built-in data set 'changchun'"),
    ],
)
def test_what_it_cannot_do_is_said_on_stderr(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(main, ["dataset", *arguments])
    assert result.exit_code != 0
    assert result.stdout == ""
    assert said in result.stderr


def test_its_help_shows_examples() -> None:
    assert "wuji dataset mini --to my-city" in CliRunner().invoke(dataset, ["--help"]).output
