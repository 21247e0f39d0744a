"""Answers that speak for the graph carry its revision and a tag, and a current copy is not sent again."""

from collections.abc import Mapping

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient

from api.app import create_app
from cypher import Statement
from graph.engines import Parameters, Record

PATHS = [
    "/v1/orgs",
    "/v1/orgs?kind=GridBranch&page_size=2",
    "/v1/orgs/D220200000000",
    "/v1/orgs/D220200000000/tree?max_depth=1",
    "/v1/areas/220200000000/counts",
    "/v1/alliances/A060/members",
    "/v1/units/U0014/alliances",
    "/v1/entities/U0014/neighbours",
    "/v1/reconcile",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_current_copy_is_not_sent_again(client: TestClient, path: str) -> None:
    answer = client.get(path)
    tag = answer.headers["etag"]

    assert tag.startswith('"')
    assert int(answer.headers["x-graph-revision"]) > 0
    for sent in [tag, f"W/{tag}", f'"other", {tag}', f'"a,b" ,W/{tag},"c"', "*", " * "]:
        again = client.get(path, headers={"If-None-Match": sent})
        assert again.status_code == 304, sent
        assert again.content == b""
        assert "content-type" not in again.headers
        for name in ["etag", "x-graph-revision", "cache-control"]:
            assert again.headers[name] == answer.headers[name]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("sent", ['"other"', 'W/"other"', "", "unquoted", '"', '""'])
def test_another_copy_is_replaced(client: TestClient, path: str, sent: str) -> None:
    assert client.get(path, headers={"If-None-Match": sent}).status_code == 200


def test_tags_may_come_in_several_lines(client: TestClient) -> None:
    tag = client.get("/v1/orgs").headers["etag"]

    again = client.get("/v1/orgs", headers=[("If-None-Match", '"a"'), ("If-None-Match", tag)])
    assert again.status_code == 304


def test_no_two_urls_share_a_tag(client: TestClient) -> None:
    paths = [*PATHS, "/v1/orgs?kind=GridBranch&page_size=3", "/v1/orgs?page_size=2&kind=GridBranch", "/v1/areas"]

    assert len({client.get(path).headers["etag"] for path in paths}) == len(paths)


def test_an_error_has_no_tag_and_is_never_not_modified(client: TestClient) -> None:
    for path, status in [("/v1/orgs/NOPE", 404), ("/v1/orgs?tier=0", 422), ("/v1/nothing", 404)]:
        answer = client.get(path, headers={"If-None-Match": "*"})

        assert answer.status_code == status
        assert "etag" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"


def test_health_is_asked_anew_each_time(client: TestClient) -> None:
    for path in ["/healthz/live", "/healthz/ready"]:
        answer = client.get(path, headers={"If-None-Match": "*"})

        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers


def tagged(seq: int, key: str) -> str:
    revision: Mapping[str, list[Record] | Exception] = {"revision/read": [{"seq": seq, "token_key": key}]}
    return TestClient(create_app(FakeEngine(revision))).get("/v1/reconcile").headers["etag"]


def test_a_tag_changes_with_the_revision_and_the_graph() -> None:
    assert tagged(1, "a") == tagged(1, "a")
    assert len({tagged(1, "a"), tagged(2, "a"), tagged(1, "b")}) == 3


def test_the_revision_is_read_before_the_data_and_after_it() -> None:
    engine = FakeEngine(REVISION)
    TestClient(create_app(engine)).get("/v1/reconcile")

    # The first question of a process is preceded by a look at whether the graph is whole.
    asked = [name for name in engine.asked if not name.startswith("soundness/")]
    assert (asked[0], asked[-1]) == ("revision/read", "revision/read")
    assert asked.count("revision/read") == 2


def test_a_current_copy_costs_one_statement() -> None:
    engine = FakeEngine(REVISION)
    client = TestClient(create_app(engine))
    tag = client.get("/v1/reconcile").headers["etag"]
    engine.asked.clear()

    assert client.get("/v1/reconcile", headers={"If-None-Match": tag}).status_code == 304
    assert engine.asked == ["revision/read"]


class Moving(FakeEngine):
    """A graph that is written to each time its figures are read, so many times."""

    def __init__(self, times: int) -> None:
        super().__init__({})
        self.times = times
        self.seq = 1

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        super().read(statement, parameters)
        if statement.name == "revision/read":
            return [{"seq": self.seq, "token_key": "k"}]
        if self.times and statement.name == "data_set/figures":
            self.seq, self.times = self.seq + 1, self.times - 1
        return []


def test_what_was_written_to_while_it_was_read_is_read_once_more() -> None:
    engine = Moving(1)
    answer = TestClient(create_app(engine)).get("/v1/reconcile")

    assert answer.headers["x-graph-revision"] == "2"
    assert answer.headers["etag"].startswith('"')
    assert engine.asked.count("data_set/figures") == 2


def test_what_moves_again_has_a_weak_tag_that_is_never_current() -> None:
    engine = Moving(2)
    client = TestClient(create_app(engine))
    answer = client.get("/v1/reconcile")
    engine.seq = int(answer.headers["x-graph-revision"])
    whole = client.get("/v1/reconcile")

    assert engine.asked.count("data_set/figures") == 3
    assert answer.headers["etag"].startswith('W/"')
    assert whole.headers["x-graph-revision"] == answer.headers["x-graph-revision"]
    assert whole.headers["etag"] not in answer.headers["etag"]
    for sent in [answer.headers["etag"], answer.headers["etag"].removeprefix("W/")]:
        assert client.get("/v1/reconcile", headers={"If-None-Match": sent}).status_code == 200


def test_a_graph_that_is_emptied_amid_an_answer_is_said_to_be_empty() -> None:
    class Emptied(FakeEngine):
        def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
            is_first = statement.name == "revision/read" and statement.name not in self.asked
            super().read(statement, parameters)
            return [{"seq": 1, "token_key": "k"}] if is_first else []

    answer = TestClient(create_app(Emptied({}))).get("/v1/reconcile")
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:wuji:problem:not-loaded")
