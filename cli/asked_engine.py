"""The engine of a command that asks: whoever waits for a large answer sees that it is waited for."""

from collections.abc import Callable
from typing import TypeVar

from cli.progress import progress
from cli.telling import telling
from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction
from words import said

T = TypeVar("T")

_QUIET_SECONDS = 2.0


class AskedEngine:
    """Asks another engine, and tells of each question that takes long."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a read statement; raise EngineError."""
        with progress() as report:
            return telling(
                said("Asking the graph"),
                lambda: self._engine.read(statement, parameters),
                report=report,
                quiet_seconds=_QUIET_SECONDS,
            )

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one transaction and return what it returned; raise EngineError."""
        return self._engine.write(work)

    def close(self) -> None:
        """Do nothing: whoever opened the other engine closes it."""
