"""The API is the same through each engine: status, body, revision and tag."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.examples import examples
from graph.engines import Engine
from graph.engines.address import Address
from graph.engines.opening import Driver, connect

REQUESTS = [example.request for example in examples()]
REFUSED = [
    "/v1/orgs/D999999999999",
    "/v1/orgs?kind=Nothing",
    "/v1/orgs?q=%00",
    "/v1/orgs?q=%F0%9F%8F%98%EF%B8%8F'%22%5C",
    "/v1/nothing",
]


@pytest.fixture(scope="module")
def through_py2neo(address: Address) -> Iterator[TestClient]:
    engine = connect(address, Driver.PY2NEO)
    yield TestClient(create_app(engine))
    engine.close()


@pytest.mark.parametrize("request_", [*REQUESTS, *REFUSED, "/healthz/ready", "/v1/orgs?page_size=1000"])
def test_an_answer_is_the_same_through_each_engine(
    mini: Engine, client: TestClient, through_py2neo: TestClient, request_: str
) -> None:
    assert mini is not None
    one, other = client.get(request_), through_py2neo.get(request_)
    assert (one.status_code, one.content, one.headers) == (other.status_code, other.content, other.headers)
