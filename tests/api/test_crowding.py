"""Many at once: light questions are answered whatever else waits, no client takes all, nobody works for who has gone."""

import asyncio
import http.client
import json
import logging
import socket
import threading
from collections.abc import Awaitable, Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

import neo4j
import pytest
from fake_engine import REVISION, FakeEngine
from fastapi import Response
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from served import served
from starlette.requests import Request

from api.app import create_app
from api.errors import BusyError
from api.fairness import BOUNDS, Fairness, bounds, client_of
from api.weights import COSTS, Weight
from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction
from graph.engines.address import Address
from graph.engines.marks import metadata
from graph.engines.opening import Driver, connect
from graph.errors import AbandonedError, EngineError, UnavailableError
from graph.questions.breadth import BROAD, Breadths, is_broad

T = TypeVar("T")

HEAVY, LIGHT = "/v1/reconcile", "/v1/orgs/D1"
GRAPH: dict[str, list[Record] | Exception] = {
    **REVISION,
    "data_set/held": [{"name": "x", "digest": "y", "loading": None, "tables": None}],
}
ONE, OTHER = "127.0.0.1", "127.0.0.2"


class Answered(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


def ask(host: str, target: str, client: str = ONE) -> Answered:
    connection = http.client.HTTPConnection(host, source_address=(client, 0))
    connection.request("GET", target)
    answer = connection.getresponse()
    answered = Answered(answer.status, answer.headers, answer.read())
    connection.close()
    return answered


@dataclass
class Waiting(FakeEngine):
    """An engine that lets a statement of that name wait, and says of each that it came."""

    slowed: str = "data_set/figures"
    came: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    gate: threading.Event = field(default_factory=threading.Event)

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        if statement.name == self.slowed:
            self.came.release()
            self.gate.wait()
        return super().read(statement, parameters)


@dataclass
class Crowding:
    """A served application in which questions wait, and those who ask it."""

    engine: Waiting
    host: str
    pool: ThreadPoolExecutor

    def ask(self, times: int, client: str = ONE, target: str = HEAVY) -> list[Future[Answered]]:
        return [self.pool.submit(ask, self.host, target, client) for _ in range(times)]


@contextmanager
def crowded(engine: Waiting) -> Generator[Crowding]:
    # However slow the machine that runs the tests, nobody has waited too long.
    patient = {weight: replace(of, seconds=600.0) for weight, of in BOUNDS.items()}
    app = create_app(engine)
    app.state.fairness = Fairness(engine, patient)
    with ThreadPoolExecutor(100) as pool, served(app) as host:
        try:
            yield Crowding(engine, host, pool)
        finally:
            engine.gate.set()


@pytest.fixture
def crowding() -> Iterator[Crowding]:
    with crowded(Waiting(GRAPH)) as crowding:
        yield crowding


def first(asked: list[Future[Answered]], number: int = 1) -> list[Answered]:
    """Return the answers that come first."""
    return [one.result() for one in islice(as_completed(asked), number)]


# How many heavy questions one client may have: those being answered, and those that wait.
ROOM = BOUNDS[Weight.HEAVY].places_each + (BOUNDS[Weight.HEAVY].queue_each or 0)


def test_past_the_bound_a_heavy_question_is_refused_and_a_light_one_answered(crowding: Crowding) -> None:
    asked = crowding.ask(ROOM + 1)
    (refused,) = first(asked)
    light, ready, live = (ask(crowding.host, target) for target in (LIGHT, "/healthz/ready", "/healthz/live"))
    crowding.engine.gate.set()
    answered = [one.result().status for one in asked]

    assert (refused.status, refused.headers["Retry-After"]) == (503, "5")
    problem = json.loads(refused.body)
    assert (problem["type"], problem["status"]) == ("urn:wuji:problem:busy", 503)
    assert (light.status, ready.status, live.status) == (404, 200, 200)
    assert sorted(answered) == [200] * ROOM + [503]


def test_one_client_leaves_room_for_another(crowding: Crowding) -> None:
    greedy = crowding.ask(ROOM + 1)
    first(greedy)
    for _ in range(BOUNDS[Weight.HEAVY].places_each):
        crowding.engine.came.acquire()

    (modest,) = crowding.ask(1, OTHER)
    # It is not behind the other's questions: it is being answered while these wait.
    crowding.engine.came.acquire()
    crowding.engine.gate.set()

    assert modest.result().status == 200


def test_all_together_take_no_more_than_there_is(crowding: Crowding) -> None:
    heavy = BOUNDS[Weight.HEAVY]
    most = heavy.places + (heavy.queue or 0)
    asked = [one for number in range(2, 9) for one in crowding.ask(ROOM, f"127.0.0.{number}")]
    refused = first(asked, len(asked) - most)
    crowding.engine.gate.set()

    assert {one.status for one in refused} == {503}
    assert [one.result().status for one in asked].count(200) == most


def test_a_flood_of_refusals_is_one_line_of_the_log(crowding: Crowding, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "wuji.api"):
        refused = first(crowding.ask(ROOM + 20), 20)
        crowding.engine.gate.set()

    assert {one.status for one in refused} == {503}
    assert [record.message for record in caplog.records if record.name == "wuji.api"] == [
        "Too much is asked at once: 1 refused since this was last said."
    ]


class Full:
    """A crowd in which there is no room."""

    async def answered(self, *_: object) -> Response:
        raise BusyError


def test_every_route_that_asks_the_graph_has_its_weight_and_can_be_refused() -> None:
    app = create_app(FakeEngine(GRAPH))
    app.state.fairness = Full()
    client = TestClient(app)
    bounded: set[str] = set()
    for path, operations in app.openapi()["paths"].items():
        for operation in operations.values():
            answer = client.get(path)
            if answer.status_code == 503:
                assert answer.json()["type"] == "urn:wuji:problem:busy", path
                assert "503" in operation["responses"]
                bounded.add(operation["operationId"])
            else:
                assert path in {"/", "/healthz/live", "/healthz/ready"}
    assert bounded == set(COSTS)


@pytest.mark.parametrize(
    ("operation", "asked", "weight"),
    [
        ("get_org", {"id": "D1"}, Weight.LIGHT),
        ("list_orgs", {"page_size": "100"}, Weight.LIGHT),
        ("list_orgs", {"page_size": "1000"}, Weight.MIDDLING),
        ("list_orgs", {"page_size": "9" * 5000}, Weight.MIDDLING),
        ("list_orgs", {"page_size": "many"}, Weight.LIGHT),
        ("list_orgs", {"q": "1"}, Weight.MIDDLING),
        ("list_entities", {"kind": "Post", "page_size": "1000"}, Weight.HEAVY),
        ("list_entities", {"kind": "Post", "lacks": "HOLDS"}, Weight.HEAVY),
        ("list_entities", {"kind": "Post", "lacks": "HOLDS", "area_id": "1"}, Weight.LIGHT),
        ("get_entity_neighbours", {"id": "D1", "limit": "1000"}, Weight.MIDDLING),
        ("search", {"q": "1"}, Weight.MIDDLING),
        ("list_reconciliation", {}, Weight.HEAVY),
    ],
)
def test_a_question_weighs_what_it_asks_for(operation: str, asked: dict[str, str], weight: Weight) -> None:
    assert COSTS[operation].weight(asked) is weight


def test_what_is_about_something_broad_is_heavy() -> None:
    engine = Waiting({**GRAPH, "questions/breadth": [{"total": BROAD}]}, slowed="trees/tally")
    with crowded(engine) as crowding:
        (refused,) = first(crowding.ask(ROOM + 1, target="/v1/orgs/D1/counts"))
        light = ask(crowding.host, LIGHT)

    assert json.loads(refused.body)["type"] == "urn:wuji:problem:busy"
    assert light.status == 404


def test_breadth_is_counted_in_the_graph(mini: Engine) -> None:
    assert [is_broad(mini, id=id) for id in ("220200000000", "D220200000000", "A060", "no such")] == [False] * 4
    below = TestClient(create_app(mini)).get("/v1/areas/220200000000/counts").json()["total"]
    assert is_broad(mini, id="220200000000", least=below)
    assert not is_broad(mini, id="220200000000", least=below + 1)


def test_what_is_known_to_be_broad_is_not_asked_again() -> None:
    engine, breadths = FakeEngine({"questions/breadth": [{"total": BROAD}]}), Breadths()
    assert breadths.known("D1") is None
    assert breadths.asked(engine, "D1") is True
    assert breadths.known("D1") is True
    assert engine.asked == ["questions/breadth"]


def test_a_network_of_64_bits_is_one_client() -> None:
    def client(host: str) -> str:
        return client_of(Request({"type": "http", "client": (host, 1)}))

    assert client("2001:db8::1") == client("2001:db8::ffff") != client("2001:db8:0:1::1")
    assert client("192.0.2.1") != client("192.0.2.2")
    # As a server that listens on both protocols has those of the older one.
    assert client("::ffff:192.0.2.1") == client("192.0.2.1")
    assert client("fe80::1%eth0") == client("fe80::2%eth0")
    assert client_of(Request({"type": "http", "client": None})) == ""


# Works until it is ended: no time limit of the tests is as long.
ENDLESS = "UNWIND range(1, 1000000000000) AS number WITH number WHERE number < 0 RETURN count(number) AS total"
# What is asked before it is under way as well, for a moment.
UNDER_WAY = (
    "SHOW TRANSACTIONS YIELD metaData, currentQuery "
    f"WHERE metaData.wuji_question IS NOT NULL AND currentQuery = '{ENDLESS}' RETURN currentQuery"
)


@dataclass
class Labouring:
    """A real engine for which one statement, in place of its own work, works until it is ended; it keeps what ended it."""

    engine: Engine
    name: str
    ended: list[EngineError] = field(default_factory=list[EngineError])

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        if statement.name != self.name:
            return self.engine.read(statement, parameters)
        try:
            return self.engine.read(replace(statement, text=ENDLESS), {})
        except EngineError as error:
            self.ended.append(error)
            raise

    def write(self, work: Callable[[Transaction], T]) -> T:
        return self.engine.write(work)

    def close(self) -> None:
        self.engine.close()


@dataclass
class Marking(FakeEngine):
    """Keeps by which statements a question can be found on the server, and by which it cannot."""

    marks: dict[str, bool] = field(default_factory=dict[str, bool])

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        self.marks[statement.name] = bool(metadata())
        return super().read(statement, parameters)


def test_what_is_found_out_for_all_does_not_end_with_the_question_that_came_first() -> None:
    engine = Marking(GRAPH)
    with served(create_app(engine)) as host:
        assert ask(host, LIGHT).status == 404
    assert engine.marks["entities/record"]
    assert not engine.marks["soundness/records"]
    assert not engine.marks["soundness/entities"]
    assert not engine.marks["soundness/links"]


def under_way(driver: neo4j.Driver, address: Address) -> int:
    with driver.session(database=address.database) as session:
        return len(session.run(UNDER_WAY).data())


@pytest.mark.usefixtures("mini")
@pytest.mark.parametrize("chosen", list(Driver))
def test_what_neo4j_does_for_a_client_that_has_gone_is_ended(
    driver: neo4j.Driver, address: Address, chosen: Driver, caplog: pytest.LogCaptureFixture
) -> None:
    engine = connect(address, chosen)
    labouring = Labouring(engine, "data_set/figures")
    with served(create_app(labouring)) as host, caplog.at_level(logging.WARNING):
        for _ in range(3):
            with socket.create_connection((ONE, int(host.partition(":")[2]))) as client:
                client.sendall(f"GET {HEAVY} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
                while under_way(driver, address) == 0:
                    pass
            while under_way(driver, address) > 0:
                pass
        others = [
            ask(host, target).status for target in ("/v1/areas/220200000000", "/healthz/ready") for _ in range(10)
        ]
    engine.close()

    # It was ended, and did not come to its time limit.
    assert len(labouring.ended) == 3
    assert not [error for error in labouring.ended if not isinstance(error, UnavailableError | AbandonedError)]
    assert others == [200] * 20
    assert caplog.records == []


def test_who_has_gone_waits_for_no_turn() -> None:
    def request(receive: Callable[[], Awaitable[dict[str, str]]]) -> Request:
        route = APIRoute(HEAVY, ask, operation_id="list_reconciliation", response_model=None)
        scope = {"type": "http", "client": (ONE, 1), "query_string": b"", "path_params": {}, "route": route}
        return Request(scope, receive)

    async def scenario() -> tuple[Response, list[Response]]:
        fairness, gate, came = Fairness(FakeEngine(GRAPH)), asyncio.Event(), asyncio.Semaphore(0)

        async def stays() -> dict[str, str]:
            return await asyncio.Future[dict[str, str]]()

        async def goes() -> dict[str, str]:
            return {"type": "http.disconnect"}

        async def answer(_: Request) -> Response:
            came.release()
            await gate.wait()
            return Response("answered")

        places = BOUNDS[Weight.HEAVY].places_each
        working = [asyncio.create_task(fairness.answered(request(stays), answer)) for _ in range(places)]
        for _ in working:
            await came.acquire()
        gone = await fairness.answered(request(goes), answer)
        gate.set()
        return gone, await asyncio.gather(*working)

    gone, worked = asyncio.run(scenario())
    assert gone.body == b""
    assert {one.body for one in worked} == {b"answered"}


@pytest.mark.parametrize("cores", [1, 2, 3, 4, 8, 64])
def test_what_costs_much_has_a_place_a_core_and_all_together_a_thread_each(cores: int) -> None:
    lanes, counted = bounds(cores), min(max(cores, 2), 8)
    middling, heavy = lanes[Weight.MIDDLING], lanes[Weight.HEAVY]

    assert (middling.places, middling.places_each) == (counted, max(2, counted - 1))
    assert (heavy.places, heavy.places_each) == (counted, counted // 2)
    assert sum(of.places for of in lanes.values()) < 40


_SAID = {
    Weight.LIGHT: "8 | 8",
    Weight.MIDDLING: "one a core | all but one, at least 2",
    Weight.HEAVY: "one a core | half",
}


@pytest.mark.parametrize("weight", list(Weight))
def test_the_page_says_how_wide_each_lane_is(weight: Weight) -> None:
    of, page = BOUNDS[weight], (Path(__file__).parents[2] / "docs" / "http.md").read_text(encoding="utf-8")
    waiting = "any number" if of.queue is None else f"{of.queue}, {of.queue_each}"
    (row,) = [line for line in page.splitlines() if line.startswith(f"| {weight.name.lower()} |")]
    assert row.endswith(f"| {_SAID[weight]} | {waiting} | {of.seconds:.0f} seconds |")
