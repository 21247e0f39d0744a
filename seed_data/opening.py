"""A data set by the name of a built-in one or by its folder."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import cypher
from graph.errors import DataSetError
from graph.loading import Contents
from seed_data.builtin import names, write_data_set
from seed_data.contents import contents
from seed_data.reading import read_data_set


def open_data_set(name_or_folder: str, *, today: date) -> Contents:
    """Return what a data set states, checked whole.

    A built-in name comes before a folder of the same name: ``./jilin`` means the folder. Raise DataSetError, with
    every fault of a folder that has any.
    """
    if name_or_folder in names():
        with TemporaryDirectory(prefix="wuji-") as scratch:
            folder = Path(scratch) / name_or_folder
            write_data_set(name_or_folder, folder)
            return _read(folder, today)
    folder = Path(name_or_folder)
    if not folder.exists():
        raise DataSetError(
            f"There is no built-in data set and no folder {name_or_folder!r}. Built in are {', '.join(names())}; "
            "'wuji dataset NAME --to FOLDER' writes one out as the start of your own."
        )
    return _read(folder, today)


def _read(folder: Path, today: date) -> Contents:
    statements = frozenset(name for name in cypher.names() if name.startswith("reconcile/"))
    return contents(read_data_set(folder, today=today, statements=statements))
