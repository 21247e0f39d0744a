"""A query is a typed value: a statement and the row it returns; a command is one that returns nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

import cypher
from graph.engines import Engine, Transaction, Value
from graph.errors import MalformedError
from graph.misfits import misfit
from words import Said, said

M = TypeVar("M", bound=BaseModel)
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Query(Generic[R_co]):
    """A read or write statement by its name, and the model its rows become."""

    name: str
    row: type[R_co]

    @property
    def statement(self) -> cypher.Statement:
        """The statement itself."""
        return cypher.statement(self.name)

    def all(self, engine: Engine, **parameters: Value) -> list[R_co]:
        """Return every row of a read."""
        return self._typed(engine.read(_given(self.statement, parameters), parameters))

    def first(self, engine: Engine, **parameters: Value) -> R_co | None:
        """Return the first row of a read, ``None`` when there is none."""
        rows = self.all(engine, **parameters)
        return rows[0] if rows else None

    def within(self, transaction: Transaction, **parameters: Value) -> list[R_co]:
        """Return every row of the statement run in an open write transaction."""
        return self._typed(transaction.run(_given(self.statement, parameters), parameters))

    def _typed(self, records: list[dict[str, Value]]) -> list[R_co]:
        return [typed(self.row, record) for record in records]


@dataclass(frozen=True, slots=True)
class Command:
    """A statement that returns nothing, by its name: it writes, or changes the schema."""

    name: str

    def within(self, transaction: Transaction, **parameters: Value) -> None:
        """Run it in an open write transaction."""
        transaction.run(_given(cypher.statement(self.name), parameters), parameters)


def typed(model: type[M], record: Mapping[str, object]) -> M:
    """Return what the graph holds as a model; raise MalformedError when it does not fit."""
    try:
        return model.model_validate(record)
    except ValidationError as error:
        raise MalformedError(_malformed(error)) from error


def _given(statement: cypher.Statement, parameters: dict[str, Value]) -> cypher.Statement:
    # The server ignores what a statement does not use: a filter passed to the wrong one would be no filter.
    if parameters.keys() != statement.params:
        raise cypher.StatementError(
            f"{statement.name} takes {sorted(statement.params)} and was given {sorted(parameters)}."
        )
    return statement


def _malformed(error: ValidationError) -> Said:
    fault = error.errors(include_url=False)[0]
    where, value = ".".join(map(str, fault["loc"])), repr(fault["input"])[:80]
    return said(
        "The graph holds what wuji never writes: {where} is {value} ({why}). It was written by other means; load the data "
        "set with --overwrite to bring it back, or correct it in Neo4j Browser.",
        where=where,
        value=value,
        why=misfit(fault),
    )
