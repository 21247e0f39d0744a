"""An engine in the place of one that is still to come: whoever serves is there before its Neo4j is."""

from collections.abc import Callable
from typing import TypeVar

from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction
from graph.errors import StartingError
from words import said

T = TypeVar("T")


class AwaitedEngine:
    """Asks the engine that came; until one has come, every question raises StartingError at once."""

    def __init__(self) -> None:
        self._engine: Engine | None = None

    def come(self, engine: Engine) -> None:
        """Take the engine that answers from now on; whoever opened it closes it."""
        self._engine = engine

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a read statement; raise EngineError."""
        return self._come().read(statement, parameters)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one transaction and return what it returned; raise EngineError."""
        return self._come().write(work)

    def close(self) -> None:
        """Do nothing: the engine that came is another's to close."""

    def _come(self) -> Engine:
        if self._engine is None:
            raise StartingError(said("wuji is starting: Neo4j does not answer yet, or the graph is being made ready."))
        return self._engine
