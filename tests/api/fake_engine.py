"""An engine without a Neo4j, for what happens at the edges of HTTP."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from cypher import Statement
from graph.engines import Parameters, Record, Transaction

T = TypeVar("T")

_STANDS: Record = {"seq": 7, "token_key": "a key"}

REVISION: Mapping[str, list[Record] | Exception] = {
    "revision/read": [_STANDS],
    "entities/record": [{**_STANDS, "record": None}],
}
"""A graph with a revision and no organisation in it."""


@dataclass
class FakeEngine:
    """Answers each statement by its name, with rows or an error; nothing unless told."""

    answers: Mapping[str, list[Record] | Exception]
    asked: list[str] = field(default_factory=list[str])

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:  # noqa: ARG002 - the protocol's
        self.asked.append(statement.name)
        answer = self.answers.get(statement.name, [])
        if isinstance(answer, Exception):
            raise answer
        return answer

    def write(self, work: Callable[[Transaction], T]) -> T:  # noqa: ARG002 - the protocol's
        raise AssertionError("The API never writes.")

    def close(self) -> None: ...
