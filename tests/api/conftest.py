from collections.abc import Callable, Iterator
from functools import cache

import pytest
from city_rows import CityRows
from fastapi.testclient import TestClient
from mini_rows import MiniRows

from api.app import create_app
from graph.engines import Engine
from tests.suite import Graph

Clients = Callable[[Engine], TestClient]


@pytest.fixture(scope="session")
def clients() -> Clients:
    """The suite's clients by engine: making an application takes longer than most of what it is asked."""
    return cache(lambda engine: TestClient(create_app(engine)))


@pytest.fixture
def client(mini: Engine, clients: Clients) -> TestClient:
    """Asks the application on a real Neo4j that holds `mini`."""
    return clients(mini)


@pytest.fixture
def changed(graph: Graph, client: TestClient) -> Iterator[TestClient]:
    """Asks a `mini` that the test may write to."""
    yield client
    graph.holds = None


@pytest.fixture(scope="session")
def rows(tmp_path_factory: pytest.TempPathFactory) -> MiniRows:
    """What `mini` says."""
    return MiniRows.written(tmp_path_factory.mktemp("mini") / "mini")


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> CityRows:
    """What `mini` says of every kind."""
    return CityRows.of("mini", tmp_path_factory.mktemp("city") / "mini")
