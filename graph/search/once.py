"""An engine that is asked as of one day, and the same only once: the ways to read a text lead to the same questions again and again."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction

T = TypeVar("T")


class Once:
    """Another engine, for the length of one question as of ``day``: what was read is not read again."""

    def __init__(self, engine: Engine, day: date) -> None:
        self.day = day
        self._engine = engine
        self._read: dict[tuple[str, str], list[Record]] = {}

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a read statement, those of the first time if it was sent before. Raise EngineError."""
        asked = (statement.name, repr(parameters))
        if asked not in self._read:
            self._read[asked] = self._engine.read(statement, parameters)
        return self._read[asked]

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one transaction; what was read before it is read anew. Raise EngineError."""
        self._read.clear()
        return self._engine.write(work)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.close()
