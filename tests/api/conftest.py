from collections.abc import Iterator

import pytest
from city_rows import CityRows
from fastapi.testclient import TestClient
from mini_rows import MiniRows

from api.app import create_app
from graph.engines import Engine
from tests.suite import Graph


@pytest.fixture(scope="session")
def clients() -> dict[int, TestClient]:
    """The suite's clients by engine: making an application and its document takes a while."""
    return {}


@pytest.fixture
def client(mini: Engine, clients: dict[int, TestClient]) -> TestClient:
    """Asks the application on a real Neo4j that holds `mini`."""
    return clients.setdefault(id(mini), TestClient(create_app(mini)))


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
