"""A table of a city's own files, as a type, and how it is read."""

import tomllib
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import DataSetError
from words import said


class Table(BaseModel):
    """A table of a TOML file: a misspelt or missing key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


TableT = TypeVar("TableT", bound=Table)
T = TypeVar("T")

# A list that something is chosen from.
Some = Annotated[list[T], Field(min_length=1)]


def read_table(file: Traversable, table: type[TableT]) -> TableT:
    """Return a recipe's file as its table; raises ``DataSetError`` where it is not one."""
    try:
        return table.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise DataSetError(said("{file} cannot be followed: {error}", file=file.name, error=error)) from error


def listed(tables: Sequence[T], total: int, key: str) -> Sequence[T]:
    """Return the first so many of what a recipe lists under a key; raises ``DataSetError`` where it lists fewer."""
    if len(tables) < total:
        raise DataSetError(
            said(
                "{total} {key} are published, and the recipe lists {listed} of them.",
                total=total,
                key=key,
                listed=len(tables),
            )
        )
    return tables[:total]
