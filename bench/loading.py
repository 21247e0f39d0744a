"""Loading beside its peer: a bare driver loop that writes the same rows and changes."""

import logging
import resource
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any, TypeVar

import neo4j

import cypher
from graph.engines import Engine, Parameters, Record, Transaction
from graph.engines.address import Address
from graph.engines.opening import connect
from graph.loading import load
from graph.progress import unreported
from graph.schema import apply_schema
from seed_data.opening import open_data_set

T = TypeVar("T")
ROUNDS = 2

_COUNT = "MATCH (c:Revision {id: 'revision'}) SET c.seq = c.seq + 1 RETURN c.seq"
_CHANGE = "CREATE (c:Change) SET c = $properties, c.at = datetime()"
_NODES = "UNWIND $rows AS row CREATE (e:%s) SET e = row"
_LINKS = """
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (source)-[link:%s]->(target)
SET link = row.properties
"""


@dataclass(frozen=True, slots=True)
class Loading:
    """How fast rows are written: by the loader, and by the bare loop; the loader's memory at its highest, in bytes."""

    rows: int
    opening_seconds: float
    loader_seconds: float
    bare_seconds: float
    memory: int


@dataclass
class _Watched:
    """An engine that keeps what each transaction of the loader writes."""

    engine: Engine
    written: list[list[tuple[str, dict[str, Any]]]] = field(default_factory=list[list[tuple[str, dict[str, Any]]]])

    def read(self, statement: cypher.Statement, parameters: Parameters) -> list[Record]:
        return self.engine.read(statement, parameters)

    def write(self, work: Callable[[Transaction], T]) -> T:
        def watched(transaction: Transaction) -> T:
            self.written.append([])
            return work(_WatchedTransaction(transaction, self.written[-1]))

        return self.engine.write(watched)

    def close(self) -> None:
        self.engine.close()


@dataclass
class _WatchedTransaction:
    transaction: Transaction
    written: list[tuple[str, dict[str, Any]]]

    def run(self, statement: cypher.Statement, parameters: Parameters) -> list[Record]:
        self.written.append((statement.name, dict(parameters)))
        return self.transaction.run(statement, parameters)


def hush() -> None:
    """Have the driver not tell of what an empty store does not know yet."""
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)


def measure(address: Address, dataset: str) -> Loading:
    """Load a data set into an emptied graph and write the same with the bare loop, in turn; the median of the rounds."""
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        return _measure(connect(address), driver, dataset)


def empty(address: Address) -> None:
    """Take all out of a graph, and apply the schema anew."""
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        _empty(connect(address), driver)


def _measure(engine: Engine, driver: neo4j.Driver, dataset: str) -> Loading:
    began = time.perf_counter()
    contents = open_data_set(dataset, today=date.today())
    opening = time.perf_counter() - began

    def loaded(into: Engine) -> None:
        load(into, contents, actor="bench", today=date.today(), overwrite=False, report=unreported)

    watched = _Watched(engine)
    _empty(engine, driver)
    loaded(watched)
    batches = [batch for batch in map(_batch, watched.written) if batch]
    loader: list[float] = []
    bare: list[float] = []
    for _ in range(ROUNDS):
        loader.append(_timed(lambda: loaded(engine), engine, driver))
        bare.append(_timed(lambda: _write(driver, batches), engine, driver))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Loading(len(contents.facts) + len(contents.bonds), opening, median(loader), median(bare), memory)


def _timed(work: Callable[[], None], engine: Engine, driver: neo4j.Driver) -> float:
    _empty(engine, driver)
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _empty(engine: Engine, driver: neo4j.Driver) -> None:
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    apply_schema(engine)


def _batch(written: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    """Return the bare loop's statements for what one transaction of the loader wrote."""
    statements: list[tuple[str, dict[str, Any]]] = [(_COUNT, {})]
    for name, parameters in written:
        if name == "load/add":
            for alike in parameters["groups"]:
                statements.append((_NODES % ":".join(alike["labels"]), {"rows": alike["rows"]}))
        elif name == "load/put_links":
            statements += [(_LINKS % type, {"rows": rows}) for type, rows in _by_type(parameters["rows"])]
        elif name == "changes/record":
            statements.append((_CHANGE, {"properties": parameters}))
    return statements


def _by_type(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    alike: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        alike[row["type"]].append(row)
    return [*alike.items()]


def _write(driver: neo4j.Driver, batches: list[list[tuple[str, dict[str, Any]]]]) -> None:
    with driver.session() as session:
        for batch in batches:

            def work(transaction: neo4j.ManagedTransaction, batch: list[tuple[str, dict[str, Any]]] = batch) -> None:
                for text, parameters in batch:
                    transaction.run(text, parameters).consume()  # pyright: ignore[reportArgumentType] - assembled here

            session.execute_write(work)
