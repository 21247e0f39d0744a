"""Reads a register of divisions: ``code``, ``name``, ``level``, ``parent_code`` and ``type``, a division a line."""

import csv
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from io import StringIO

from graph.vocabulary import Kind, Source
from seed_data.synthesis.rows import AreaRow, FigureRow

# The register counts its levels from the province; what is no level here is above a city.
LEVELS = {"2": Kind.CITY, "3": Kind.COUNTY, "4": Kind.TOWN, "5": Kind.NEIGHBOURHOOD}


def read_register(file: Traversable, root: str) -> list[AreaRow]:
    """Return the divisions from the root down, in the register's order; those outside it are dropped."""
    areas: dict[str, AreaRow] = {}
    for row in _lines(file):
        code, parent = row["code"], row["parent_code"]
        if code == root or parent in areas:
            holder = "" if code == root else parent
            areas[code] = AreaRow(code, LEVELS[row["level"]], row["name"], holder, code, row["type"], Source.REGISTER)
    return list(areas.values())


def read_figures(file: Traversable) -> list[FigureRow]:
    """Return the published figures, in their order."""
    return [FigureRow(**row) for row in _lines(file)]


def _lines(file: Traversable) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(StringIO(file.read_text("utf-8")))
