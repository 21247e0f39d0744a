"""The seam between the domain and Neo4j: three methods, and the one place that imports a driver."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar

from cypher import Statement

T = TypeVar("T")

Value = None | bool | int | float | str | date | datetime | Sequence["Value"] | Mapping[str, "Value"]
Parameters = Mapping[str, Value]
Record = dict[str, Value]


class Transaction(Protocol):
    """One open write transaction."""

    def run(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Run a statement and return its rows, dates as Python's own; raise EngineError."""
        ...


class Engine(Protocol):
    """A Neo4j that can be asked and written to, from any thread."""

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a read statement; the server refuses a write in it. Raise EngineError."""
        ...

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one transaction and return what it returned; it may be tried again. Raise EngineError."""
        ...

    def close(self) -> None:
        """Give the connections back."""
        ...
