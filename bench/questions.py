"""What is asked: one request of each sort, and the statements the program itself sends to answer it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import quote

from fastapi.testclient import TestClient

import cypher
from api.app import create_app
from bench.bare_driver import Statement
from graph.engines import Engine, Parameters, Record, Transaction

T = TypeVar("T")

_TOWN = "220202006000"
_STREET = f"D{_TOWN}"

QUESTIONS = {
    "record of a street": f"/v1/orgs/{_STREET}",
    "its children": f"/v1/orgs/{_STREET}/children",
    "its ancestors": f"/v1/orgs/{_STREET}/ancestors",
    "its descendants (100 of 336)": f"/v1/orgs/{_STREET}/descendants",
    "its counts": f"/v1/orgs/{_STREET}/counts",
    "members of an alliance": "/v1/alliances/A060/members",
    "search 站前": f"/v1/search?q={quote('站前')}",
    "search zqsq": "/v1/search?q=zqsq",
    "profile of a street": f"/v1/areas/{_TOWN}/profile",
    "who answers for a building": "/v1/areas/22020200600100100001/responsible",
    "vacant posts of a street": f"/v1/entities?kind=Post&lacks=HOLDS&area_id={_TOWN}",
}
CONSTANT = "/healthz/live"
"""What the same server answers without asking anybody."""


@dataclass
class _Watched:
    """An engine that keeps what is asked of it."""

    engine: Engine
    asked: list[Statement] = field(default_factory=list)

    def read(self, statement: cypher.Statement, parameters: Parameters) -> list[Record]:
        self.asked.append(Statement(statement.text, parameters))
        return self.engine.read(statement, parameters)

    def write(self, work: Callable[[Transaction], T]) -> T:
        return self.engine.write(work)

    def close(self) -> None:
        self.engine.close()


def statements(engine: Engine) -> dict[str, list[Statement]]:
    """Return what each question asks of Neo4j, in the order it is asked."""
    watched = _Watched(engine)
    client = TestClient(create_app(watched))
    asked: dict[str, list[Statement]] = {}
    for name, target in QUESTIONS.items():
        # How broad it is, is asked once and known after that.
        client.get(target)
        watched.asked = []
        answer = client.get(target)
        assert answer.status_code == 200, (target, answer.text)
        asked[name] = watched.asked
    return asked
