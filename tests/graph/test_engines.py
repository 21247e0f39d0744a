"""What every engine keeps to, whichever driver it speaks through."""

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store import Shared
from wire import Wire, answering, wired

from cypher import Mode, Statement
from graph.engines import Engine, Transaction, Value, bolt, legacy
from graph.engines.address import Address
from graph.engines.failures import check_agent
from graph.engines.opening import Driver, connect
from graph.errors import (
    CredentialsError,
    EngineError,
    SettingsError,
    TooSlowError,
    UnavailableError,
    UnsupportedError,
)

DRIVERS = pytest.mark.parametrize("chosen", list(Driver))
COUNT = "MATCH (p:Probe) RETURN count(p) AS probes"
ADD = "CREATE (p:Probe {n: $n}) RETURN p.n AS n"
COMMIT_MESSAGE = b"\xb0\x12"


def statement(text: str, *params: str) -> Statement:
    return Statement("tests/probe", Mode.READ, frozenset(params), None, "A test asks.", text)


@pytest.fixture(autouse=True)
def _no_probes(graph: Shared) -> Iterator[None]:
    yield
    with graph.driver.session(database=graph.address.database) as session:
        session.run("MATCH (p:Probe) DETACH DELETE p").consume()


@pytest.fixture
def wire(address: Address) -> Iterator[Wire]:
    with wired(address) as wire:
        yield wire


def probes(engine: Engine) -> Value:
    return engine.read(statement(COUNT), {})[0]["probes"]


def add(n: int) -> Callable[[Transaction], Value]:
    return lambda transaction: transaction.run(statement(ADD, "n"), {"n": n})[0]["n"]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.dates(),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text("键ab", min_size=1), inner, max_size=20),
    max_leaves=30,
)


@given(value=VALUES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_value_comes_back_as_it_was_sent(either: Engine, value: Value) -> None:
    assert either.read(statement("RETURN $value AS value", "value"), {"value": value}) == [{"value": value}]


@pytest.mark.parametrize("length", [0, 15, 16, 255, 256, 40_000, 70_000])
def test_a_long_value_comes_back_as_it_was_sent(either: Engine, length: int) -> None:
    sent: Value = {"text": "汉" * length, "list": list(range(length))}
    assert either.read(statement("RETURN $value AS value", "value"), {"value": sent}) == [{"value": sent}]


class Word(StrEnum):
    MEMBER = "member"


def test_what_is_like_a_value_is_sent_as_one(either: Engine) -> None:
    sent = {"value": {"word": Word.MEMBER, "tuple": (1, 2)}}
    (row,) = either.read(statement("RETURN $value AS value", "value"), sent)
    assert row == {"value": {"word": "member", "tuple": [1, 2]}}


def test_days_and_moments_are_pythons_own(either: Engine) -> None:
    text = (
        "RETURN date('0001-01-01') AS first, [date('2024-02-29'), null] AS days, {day: date('9999-12-31')} AS last, "
        "localdatetime('2024-02-29T23:59:59.5') AS clock, datetime('2024-01-01T10:00:00.123456+08:00') AS moment, "
        "datetime('2024-07-01T10:00:00[Asia/Shanghai]') AS zoned"
    )
    (row,) = either.read(statement(text), {})
    east = timezone(timedelta(hours=8))
    assert row == {
        "first": date(1, 1, 1),
        "days": [date(2024, 2, 29), None],
        "last": {"day": date(9999, 12, 31)},
        "clock": datetime(2024, 2, 29, 23, 59, 59, 500_000),
        "moment": datetime(2024, 1, 1, 10, 0, 0, 123_456, tzinfo=east),
        "zoned": datetime(2024, 7, 1, 10, tzinfo=east),
    }
    assert {type(row["first"]), type(row["clock"]), type(row["moment"])} == {date, datetime}


@pytest.mark.parametrize("hours", [-5, 0, 8])
def test_a_moment_is_the_same_moment_when_it_comes_back(either: Engine, hours: int) -> None:
    sent = datetime(2024, 1, 1, 22, tzinfo=timezone(timedelta(hours=hours)))
    (row,) = either.read(statement("RETURN $at AS at, toString($at) AS text", "at"), {"at": sent})
    assert row["at"] == sent
    assert datetime.fromisoformat(str(row["text"]).partition("[")[0]).astimezone(UTC) == sent


def test_a_write_in_a_read_is_refused_by_the_server(either: Engine) -> None:
    with pytest.raises(EngineError, match="AccessMode"):
        either.read(statement(ADD, "n"), {"n": 1})
    assert probes(either) == 0


def test_a_statement_that_is_wrong_is_told_with_its_code(either: Engine) -> None:
    with pytest.raises(EngineError, match=r"Neo\.ClientError\.Statement\.ArithmeticError"):
        either.read(statement("UNWIND [1, 0] AS n RETURN 1 / n AS n"), {})
    assert probes(either) == 0


def test_a_write_is_there_for_the_next_read(either: Engine) -> None:
    for n in range(20):
        assert either.write(add(n)) == n
        assert probes(either) == n + 1


def test_work_that_fails_leaves_nothing_and_fails_in_its_own_words(either: Engine) -> None:
    def work(transaction: Transaction) -> None:
        add(1)(transaction)
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        either.write(work)
    assert probes(either) == 0


def test_work_that_writes_what_it_may_not_leaves_nothing(either: Engine) -> None:
    taken = statement("CREATE (:Entity {id: 'probe'}), (:Probe)")
    with pytest.raises(EngineError, match="ConstraintValidationFailed"):
        either.write(lambda transaction: [transaction.run(taken, {}) for _ in range(2)])
    assert probes(either) == 0


def test_two_writes_in_each_others_way_are_both_done(either: Engine) -> None:
    either.write(lambda transaction: [add(n)(transaction) for n in (1, 2)])
    both_hold_one = threading.Barrier(2)
    tries: list[int] = []

    def lock(first: int, second: int) -> None:
        def work(transaction: Transaction) -> None:
            tries.append(first)
            for n in (first, second):
                transaction.run(statement("MATCH (p:Probe {n: $n}) SET p.by = $n RETURN p.n AS n", "n"), {"n": n})
                if n == first and tries.count(first) == 1:
                    both_hold_one.wait(timeout=20)

        either.write(work)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(lock, 1, 2), pool.submit(lock, 2, 1)]:
            done.result()
    assert len(tries) > 2


def test_forty_threads_ask_at_once_and_each_gets_its_own_answer(either: Engine) -> None:
    def asked(n: int) -> Value:
        return either.read(statement("UNWIND range(1, 50) AS i RETURN $n AS n", "n"), {"n": n})[-1]["n"]

    with ThreadPoolExecutor(40) as pool:
        assert list(pool.map(asked, range(400))) == list(range(400))


@DRIVERS
def test_a_read_past_its_limit_is_ended_by_the_server(
    address: Address, chosen: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr({Driver.BOLT: bolt, Driver.PY2NEO: legacy}[chosen], "READ_SECONDS", 0.5)
    engine = connect(address, chosen)
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a < 0 RETURN a"
    with pytest.raises(TooSlowError):
        engine.read(statement(endless), {})
    assert probes(engine) == 0
    engine.close()


@DRIVERS
def test_a_user_who_is_not_known_is_told_so(address: Address, chosen: Driver) -> None:
    with pytest.raises(CredentialsError, match="WUJI_NEO4J_USER"):
        connect(replace(address, user="nobody"), chosen)


@DRIVERS
def test_an_address_where_nothing_listens_is_told(address: Address, chosen: Driver) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(UnavailableError, match=f"{port} cannot be reached"):
        connect(replace(address, uri=f"bolt://127.0.0.1:{port}"), chosen)


@DRIVERS
def test_an_address_where_something_else_listens_is_told(address: Address, chosen: Driver) -> None:
    with answering(lambda _: b"220 mail\r\n") as uri, pytest.raises(UnsupportedError, match="speaks no Bolt"):
        connect(replace(address, uri=uri), chosen)


def test_a_server_too_new_for_py2neo_is_told(address: Address) -> None:
    with answering(lambda _: bytes(4)) as uri, pytest.raises(UnsupportedError, match="too new for WUJI_ENGINE=py2neo"):
        connect(replace(address, uri=uri), Driver.PY2NEO)


@DRIVERS
def test_a_database_that_is_not_there_is_told(address: Address, chosen: Driver) -> None:
    engine = connect(replace(address, database="elsewhere"), chosen)
    with pytest.raises(UnavailableError, match="WUJI_NEO4J_DATABASE"):
        probes(engine)
    engine.close()


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "neo4j+ssc"])
def test_py2neo_is_not_asked_to_route(address: Address, scheme: str) -> None:
    with pytest.raises(SettingsError, match="one server alone"):
        connect(replace(address, uri=f"{scheme}://127.0.0.1:7687"), Driver.PY2NEO)


def test_a_port_that_is_none_is_a_wrong_setting(address: Address) -> None:
    with pytest.raises(SettingsError, match="Port out of range"):
        connect(replace(address, uri="bolt://127.0.0.1:99999"), Driver.PY2NEO)


@DRIVERS
def test_connections_that_died_while_idle_are_not_used(address: Address, wire: Wire, chosen: Driver) -> None:
    engine = connect(replace(address, uri=wire.uri), chosen)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: probes(engine), range(64)))
        wire.cut()
        assert set(pool.map(lambda _: probes(engine), range(64))) == {0}
    wire.cut()
    assert engine.write(add(1)) == 1
    engine.close()


@DRIVERS
def test_a_commit_that_broke_off_is_not_done_twice(address: Address, wire: Wire, chosen: Driver) -> None:
    engine = connect(replace(address, uri=wire.uri), chosen)
    assert engine.write(add(1)) == 1
    wire.cut_after = COMMIT_MESSAGE
    with pytest.raises(UnavailableError):
        engine.write(add(2))
    wire.cut_after = None
    assert probes(engine) in {1, 2}
    engine.close()


@DRIVERS
def test_connections_are_kept_between_reads(address: Address, wire: Wire, chosen: Driver) -> None:
    engine = connect(replace(address, uri=wire.uri), chosen)
    for _ in range(20):
        probes(engine)
    assert wire.opened == 1
    engine.close()


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.26.30", "Neo4j/2025.10.1"])
def test_a_neo4j_new_enough_is_taken(agent: str) -> None:
    check_agent(agent, "bolt://db")


@pytest.mark.parametrize(
    "agent", ["Neo4j/5.25.1", "Neo4j/4.4.40", "Memgraph/3.1", "Neo4j/v5.11.0 compatible", "", "None"]
)
def test_anything_else_is_refused(agent: str) -> None:
    with pytest.raises(UnsupportedError, match=r"5\.26 or newer"):
        check_agent(agent, "bolt://db")


@DRIVERS
def test_a_driver_is_imported_only_when_it_is_chosen(chosen: Driver) -> None:
    program = (
        "import sys, cli.main\n"
        "from graph.engines.address import Address\n"
        "from graph.engines.opening import Driver, connect\n"
        "from graph.errors import GraphError\n"
        "assert not {'neo4j', 'py2neo'} & set(sys.modules)\n"
        "try: connect(Address('bolt://127.0.0.1:1', '', ''), Driver(sys.argv[1]))\n"
        "except GraphError: print(*sorted({'neo4j', 'py2neo'} & set(sys.modules)))\n"
    )
    command = [sys.executable, "-W", "error", "-c", program, chosen]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (shown.stdout.strip(), shown.stderr) == ({"bolt": "neo4j", "py2neo": "py2neo"}[chosen], "")
