"""A data set by the name of a built-in one or by its folder."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import cypher
from graph.errors import DataSetError
from graph.loading import Contents
from graph.tables import Tables
from seed_data.builtin import description_text, names, write_data_set
from seed_data.description import read_description
from seed_data.faults import DataSetFault, InvalidDataSetError
from seed_data.reading import read_data_set
from seed_data.tables import read_tables
from words import enumerated, said

_CAUTIONS = 20


def open_data_set(name_or_folder: str, *, today: date, cautions: list[object] | None = None) -> Contents:
    """Return what a data set states, checked whole.

    A built-in name comes before a folder of the same name: ``./jilin`` means the folder. Raise DataSetError, with
    every fault of a folder that has any. What is no fault and yet worth a look is added to ``cautions``, a line each, whether
    there are faults or not.
    """
    if name_or_folder in names():
        with TemporaryDirectory(prefix="wuji-") as scratch:
            folder = Path(scratch) / name_or_folder
            write_data_set(name_or_folder, folder)
            return _read(folder, today, cautions)
    folder = Path(name_or_folder)
    if not folder.exists():
        raise DataSetError(
            said(
                "There is no built-in data set and no folder {name!r}. Built in are {names}; "
                "'wuji dataset NAME --to FOLDER' writes one out as the start of your own.",
                name=name_or_folder,
                names=enumerated(names()),
            )
        )
    return _read(folder, today, cautions)


def built_in_tables(name: str) -> Tables:
    """Return the tables of kinds of a built-in data set, for a graph that was loaded before any kept them."""
    faults: list[DataSetFault] = []
    described = read_description(description_text(name), faults)
    tables = None if described is None else read_tables(*described, faults)
    if tables is None:
        raise InvalidDataSetError(faults)
    return tables


def _read(folder: Path, today: date, cautions: list[object] | None) -> Contents:
    statements = frozenset(name for name in cypher.names() if name.startswith("reconcile/"))
    noticed: list[DataSetFault] = []
    try:
        return read_data_set(folder, today=today, statements=statements, cautions=noticed)
    finally:
        # A fault may follow from what a caution says.
        if cautions is not None:
            cautions += noticed[:_CAUTIONS]
            if len(noticed) > _CAUTIONS:
                cautions.append(said("and {more:,} more cells worth a look", more=len(noticed) - _CAUTIONS))
