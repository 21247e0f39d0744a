"""A Neo4j that goes away, in the middle of a request too, and comes back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import psutil
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction
from graph.engines.address import Address
from graph.engines.opening import Driver, connect
from graph.progress import unreported
from graph.schema import apply_schema
from graph.server import ManagedServer, start, stop
from graph.settings import Settings
from tests.ports import free_ports

T = TypeVar("T")


@dataclass
class Interrupted:
    """A real engine whose Neo4j is killed just before it is sent a statement of that name."""

    engine: Engine
    kill: Callable[[], None]
    at: str | None = None

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        if statement.name == self.at:
            self.kill()
        return self.engine.read(statement, parameters)

    def write(self, work: Callable[[Transaction], T]) -> T:
        return self.engine.write(work)

    def close(self) -> None:
        self.engine.close()


def kill(server: ManagedServer) -> None:
    process = psutil.Process(server.pid)
    process.kill()
    process.wait()


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A home of its own, with its own ports: its Neo4j is killed."""
    ports = free_ports(18240)
    home = tmp_path_factory.mktemp("outage")
    settings = Settings(home=home, bolt_port=next(ports), http_port=next(ports), neo4j_uri=None)
    yield settings
    stop(settings)


def test_a_killed_neo4j_is_503_and_the_next_request_after_it_is_back_works(home: Settings) -> None:
    server = start(home, report=unreported)
    # Through each engine: the first is in the middle of a request when it is killed, the others wait for the next.
    engines = [connect(Address(server.uri, server.user, server.password), chosen) for chosen in Driver]
    apply_schema(engines[0])
    interrupted = Interrupted(engines[0], kill=lambda: kill(server))
    clients = [TestClient(create_app(engine)) for engine in (interrupted, *engines[1:])]
    before = [client.get("/v1/reconcile") for client in clients]
    assert [answer.status_code for answer in before] == [200] * len(clients)

    interrupted.at = "data_set/figures"
    in_the_middle = clients[0].get("/v1/reconcile")
    interrupted.at = None
    asked = ["/v1/reconcile", "/v1/orgs/D1", "/healthz/ready"]
    while_away = [client.get(path) for client in clients for path in asked]
    alive = [client.get("/healthz/live") for client in clients]
    start(home, report=unreported)
    back = [client.get("/v1/reconcile") for client in clients]

    for answer in [in_the_middle, *while_away]:
        assert answer.status_code == 503
        assert answer.json()["type"] == "urn:wuji:problem:unavailable"
        assert answer.headers["retry-after"]
    assert [answer.status_code for answer in alive] == [200] * len(clients)
    assert [(answer.status_code, answer.content) for answer in back] == [(200, answer.content) for answer in before]
    assert [answer.headers["etag"] for answer in back] == [answer.headers["etag"] for answer in before]
    for engine in engines:
        engine.close()
