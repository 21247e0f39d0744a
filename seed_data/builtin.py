"""The data sets that come with wuji: each a folder beside this module, made or cut when it is asked for."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import DataSetError
from seed_data.origins import CUT_FILE, DATASET_FILE, RECIPE_FILE
from words import enumerated, said

if TYPE_CHECKING:
    from seed_data.synthesis.rows import DataSetRows


def names() -> list[str]:
    """Return the names of the built-in data sets, in order."""
    return sorted(folder.name for folder in _home().iterdir() if _is_made(folder) or _is_cut(folder))


def write_data_set(name: str, folder: Path) -> None:
    """Write a built-in data set as a folder in the format of docs/dataset.md, the same bytes each time.

    Raises ``DataSetError`` where no data set has that name, or the folder holds anything or cannot be written.
    """
    # Here, and not above: most commands ask for the names alone.
    from seed_data.writing import write_folder

    write_folder(data_set(name), folder)


def data_set(name: str) -> "DataSetRows":
    """Return the rows of a built-in data set; raises ``DataSetError`` where none has that name."""
    if name not in names():
        raise DataSetError(
            said(
                "There is no built-in data set {name!r}. Those there are: {names}.",
                name=name,
                names=enumerated(names()),
            )
        )
    from seed_data.cutting import cut, read_cut
    from seed_data.synthesis.making import make

    folder = _home() / name
    if _is_made(folder):
        return make(folder)
    piece = read_cut(folder / CUT_FILE)
    return cut(data_set(piece.of), piece)


def description_text(name: str) -> str:
    """Return the ``dataset.toml`` with the tables of kinds of a built-in data set: of one that is cut, that of the whole."""
    folder = _home() / name
    if _is_made(folder):
        return (folder / DATASET_FILE).read_text("utf-8")
    from seed_data.cutting import read_cut

    return description_text(read_cut(folder / CUT_FILE).of)


def _home() -> Traversable:
    return files("seed_data")


def _is_made(folder: Traversable) -> bool:
    return (folder / RECIPE_FILE).is_file()


def _is_cut(folder: Traversable) -> bool:
    return (folder / CUT_FILE).is_file()
