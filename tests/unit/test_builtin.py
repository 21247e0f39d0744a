"""The built-in data sets as folders."""

import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from graph.errors import DataSetError
from graph.vocabulary import PARTY_ORG_KINDS
from seed_data.builtin import data_set, names, write_data_set
from seed_data.format import LAYOUTS
from seed_data.origins import DATASET_FILE
from seed_data.reading import read_data_set

FILES = {DATASET_FILE, *(layout.file for layout in LAYOUTS)}
WRITE = "import sys, pathlib, seed_data.builtin as b; b.write_data_set(sys.argv[1], pathlib.Path(sys.argv[2]))"


def digests(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def test_there_are_two() -> None:
    assert names() == ["jilin", "mini"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The built-in data sets as folders, not to be written to: making one takes seconds."""
    folders = {name: tmp_path_factory.mktemp("written") / "new" / name for name in names()}
    for name, folder in folders.items():
        write_data_set(name, folder)
    return folders


@pytest.mark.parametrize("name", names())
def test_it_passes_the_check_of_a_citys_own(name: str, written: dict[str, Path]) -> None:
    made = data_set(name)
    statements = frozenset(figure.statement for figure in made.figures if figure.statement)
    read = read_data_set(written[name], today=date(2023, 1, 1), statements=statements)
    assert (read.name, len([fact for fact in read.facts if fact.kind in PARTY_ORG_KINDS])) == (name, len(made.orgs))


@pytest.mark.parametrize("name", names())
def test_its_bytes_are_the_same_in_another_process_with_another_hash_seed_and_locale(
    name: str, written: dict[str, Path], tmp_path: Path
) -> None:
    for seed, locale in (("1", "C"), ("4242", "C.UTF-8")):
        there = tmp_path / seed
        settings = os.environ | {
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        }
        subprocess.run([sys.executable, "-c", WRITE, name, str(there)], check=True, env=settings)
        assert digests(there) == digests(written[name])


@pytest.mark.parametrize("name", names())
def test_its_files_are_utf_8_without_a_mark_and_with_plain_line_ends(name: str, written: dict[str, Path]) -> None:
    files = {file.name: file.read_bytes() for file in written[name].iterdir()}
    assert set(files) == FILES
    for content in files.values():
        assert content.decode("utf-8").endswith("\n")
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content


def test_a_folder_that_holds_anything_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "orgs.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(DataSetError, match="is not empty"):
        write_data_set("mini", tmp_path)
    assert [file.read_text("utf-8") for file in tmp_path.iterdir()] == ["mine"]


def test_a_path_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(DataSetError, match="cannot be written"):
        write_data_set("mini", tmp_path / "taken")


@pytest.mark.parametrize("name", ["changchun", "", "..", "synthesis"])
def test_an_unknown_name_is_answered_with_those_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(DataSetError, match="jilin, mini"):
        write_data_set(name, tmp_path / "new")
    assert not (tmp_path / "new").exists()
