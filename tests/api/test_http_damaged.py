"""A damaged graph over HTTP: nothing is answered from what is left of it; and when a graph is ready."""

import pytest
from fake_engine import FakeEngine
from fastapi.testclient import TestClient

from api.app import create_app
from graph.engines import Engine, Record
from graph.errors import EngineError, StoppedError, StorageError
from tests.suite import Graph

WHOLE: Record = {
    "has_revision": True,
    "seq": 7,
    "token_key": "a key",
    "changes": 7,
    "last_action": "finish",
    "has_data_set": True,
    "name": "mini",
    "digest": "a digest",
    "title": "A title",
    "figures": 50,
    "readable_figures": 50,
    "entities": 2180,
    "counted_entities": 2180,
}
READABLE: Record = {"entities": 9, "read_entities": 9, "counted_entities": 9, "links": 5, "counted_links": 5}
HELD: Record = {"name": "mini", "digest": "a digest", "loading": None, "tables": None}

PATHS = ("/v1/orgs/D1", "/v1/reconcile", "/v1/search?q=a", "/v1/entities", "/healthz/ready")


def client_of(records: Record, readable: Record = READABLE, held: Record = HELD) -> TestClient:
    answers: dict[str, list[Record] | Exception] = {
        "soundness/records": [records],
        "soundness/entities": [{name: readable[name] for name in ("entities", "read_entities", "counted_entities")}],
        "soundness/links": [{name: readable[name] for name in ("links", "counted_links")}],
        "data_set/held": [held],
    }
    return TestClient(create_app(FakeEngine(answers)))


DAMAGED: dict[str, tuple[Record, Record]] = {
    "the counter cannot be read": ({**WHOLE, "seq": None}, READABLE),
    "the data set cannot be read": ({**WHOLE, "name": None}, READABLE),
    "a change is missing": ({**WHOLE, "changes": 6}, READABLE),
    "the last change cannot be read": ({**WHOLE, "last_action": None}, READABLE),
    "the counter is missing": ({**WHOLE, "has_revision": False, "seq": None, "token_key": None}, READABLE),
    "figures are missing": ({**WHOLE, "readable_figures": 49}, READABLE),
    "entities are missing": ({**WHOLE, "counted_entities": 2179}, READABLE),
    "entities cannot be read": (WHOLE, {**READABLE, "entities": 8}),
    "relationships cannot be read": (WHOLE, {**READABLE, "links": 4}),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_graph_answers_nothing_and_says_what_to_do(damage: str) -> None:
    client = client_of(*DAMAGED[damage])
    for path in PATHS:
        answer = client.get(path)
        assert answer.status_code == 503
        assert answer.json()["type"] == "urn:wuji:problem:damaged-graph"
        assert "put a copy of the home folder in its place" in answer.json()["detail"]
        assert answer.headers["retry-after"]
    assert client.get("/healthz/live").status_code == 200


def test_a_graph_that_is_being_brought_to_a_later_state_is_ready() -> None:
    assert client_of(WHOLE, held={**HELD, "loading": "another digest"}).get("/healthz/ready").status_code == 200


def test_a_graph_whose_first_load_is_under_way_is_not_ready() -> None:
    answer = client_of(WHOLE, held={**HELD, "digest": None, "loading": "a digest"}).get("/healthz/ready")
    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:wuji:problem:not-loaded"


@pytest.mark.parametrize(
    ("error", "words"),
    [(StorageError("full"), "no disk or memory left"), (StoppedError("stopped"), "Make room on the disk")],
)
def test_a_full_disk_is_said_to_be_one(error: EngineError, words: str) -> None:
    answer = TestClient(create_app(FakeEngine({"entities/record": error}))).get("/v1/orgs/D1")
    assert answer.status_code == 503
    assert words in answer.json()["detail"]


def test_a_graph_that_lost_a_record_while_it_is_served_is_not_ready_until_it_is_back(
    changed: TestClient, graph: Graph, mini: Engine
) -> None:
    def run(statement: str) -> None:
        with graph.driver.session(database=graph.address.database) as session:
            session.run(statement).consume()  # pyright: ignore[reportArgumentType]

    assert mini
    assert changed.get("/healthz/ready").status_code == 200
    run("MATCH (f:Figure {key: 'streets'}) SET f:Hidden REMOVE f:Figure")
    try:
        assert changed.get("/healthz/ready").json()["type"] == "urn:wuji:problem:damaged-graph"
    finally:
        run("MATCH (f:Hidden) SET f:Figure REMOVE f:Hidden")
    assert changed.get("/healthz/ready").status_code == 200
