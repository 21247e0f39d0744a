"""A real Neo4j for every test that needs one: provisioned by the suite, or the one WUJI_TEST_NEO4J_URI names."""

import os
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.engines import Engine
from graph.engines.address import Address
from graph.engines.opening import Driver, connect
from graph.progress import unreported
from graph.schema import apply_schema
from graph.server import start, stop
from graph.settings import Settings
from tests.ports import free_ports
from tests.suite import Fuzzing, Graph

SERVERS = {"browser", "server", "test_up.py"}
"""Where tests start servers of their own, which takes long."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say how hard to fuzz; the defaults are for every change, more is for `just fuzz`."""
    fuzzing = parser.getgroup("fuzzing")
    fuzzing.addoption("--fuzz-requests", type=int, default=2_500, help="requests to the API, at least")
    fuzzing.addoption("--fuzz-histories", type=int, default=12, help="histories of loads")
    fuzzing.addoption("--fuzz-seed", type=int, default=1, help="where chance begins")
    fuzzing.addoption("--fuzz-workers", type=int, default=1, help="callers of the API at a time")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what the fuzzing did."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, text in getattr(report, "user_properties", ()):
                if name == "fuzz" and report.when == "call":
                    terminalreporter.section(report.nodeid)
                    terminalreporter.write_line(text)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what needs one data set together, in whatever order chance gave it: loading one takes up to a minute.

    The longest comes first, so that processes that share the work end at one time.
    """
    items.sort(key=lambda item: (("jilin", "servers", "mini", "empty", "none").index(_needs(item)), _other_city(item)))


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep together, in one process of those that share the work, what must or had better not be parted."""
    item.add_marker(pytest.mark.xdist_group(_together(item)))


def _needs(item: pytest.Item) -> str:
    """Return the largest data set a test asks the suite's Neo4j for, or that it starts servers of its own."""
    asked = getattr(item, "fixturenames", ())
    if "graph" in asked:
        return next((name for name in ("jilin", "mini") if name in asked), "empty")
    return "servers" if SERVERS & {*item.path.parts[-2:]} else "none"


def _other_city(item: pytest.Item) -> str:
    """Return which of the other cities a test asks about, if any: all that is asked of one is asked of one load."""
    called = getattr(item, "callspec", None)
    return str(called.params.get("asked", "")) if called is not None else ""


def _together(item: pytest.Item) -> str:
    """Return a name that tests have in common which are run by one process."""
    needs = _needs(item)
    if needs == "servers":
        return item.path.parent.name
    if needs != "none" and "WUJI_TEST_NEO4J_URI" in os.environ:
        return "the one graph"
    if "jilin" in getattr(item, "fixturenames", ()):
        # Loading it, or making it, twice costs more than is gained.
        return f"{item.path.parent.name} jilin" if needs == "none" else "jilin"
    return f"{item.path.name} {needs}"


@pytest.fixture(scope="session")
def fuzzing(pytestconfig: pytest.Config) -> Fuzzing:
    """How hard to fuzz."""
    said = pytestconfig.option
    return Fuzzing(said.fuzz_requests, said.fuzz_histories, said.fuzz_seed, said.fuzz_workers)


def _settings(home: Path) -> Settings:
    ports = free_ports(17010)
    return Settings(home=home, bolt_port=next(ports), http_port=next(ports), neo4j_uri=None)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """Where the suite's Neo4j is."""
    uri = os.environ.get("WUJI_TEST_NEO4J_URI")
    if uri:
        user = os.environ.get("WUJI_TEST_NEO4J_USER", "neo4j")
        database = os.environ.get("WUJI_TEST_NEO4J_DATABASE", "neo4j")
        yield Address(uri, user, os.environ["WUJI_TEST_NEO4J_PASSWORD"], database)
        return
    settings = _settings(tmp_path_factory.mktemp("suite") / "home")
    server = start(settings, report=unreported)
    yield Address(server.uri, server.user, server.password)
    stop(settings)


@pytest.fixture(scope="session")
def driver(address: Address) -> Iterator[neo4j.Driver]:
    """The driver itself, to look at the store past our own code."""
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        yield driver


@pytest.fixture(scope="session")
def graph(address: Address, driver: neo4j.Driver) -> Iterator[Graph]:
    """The suite's graph."""
    engine = connect(address)
    apply_schema(engine)
    yield Graph(address, engine, driver)
    engine.close()


@pytest.fixture(scope="session", params=list(Driver))
def either(graph: Graph, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The suite's graph through each engine there is; what is written to it is taken out again."""
    engine = connect(graph.address, request.param)
    yield engine
    engine.close()


@pytest.fixture
def mini(graph: Graph) -> Engine:
    """A graph that holds `mini`, not to be written to."""
    return graph.hold("mini")


@pytest.fixture
def jilin(graph: Graph) -> Engine:
    """A graph that holds `jilin`, not to be written to."""
    return graph.hold("jilin")


@pytest.fixture
def empty(graph: Graph) -> Engine:
    """A graph with the schema and nothing else, to be written to."""
    graph.wipe()
    return graph.engine
