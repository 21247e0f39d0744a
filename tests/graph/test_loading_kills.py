"""Killed at any moment and run again, a load ends in the graph an undisturbed one ends in."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import psutil
import pytest
from interrupted import PAGING, SMALL_BATCH, InterruptedEngine, bring, rows
from store import Store

from graph.engines import Engine
from graph.engines.address import Address
from graph.engines.opening import connect
from graph.errors import UnavailableError
from graph.progress import unreported
from graph.schema import apply_schema
from graph.server import ManagedServer, start, stop
from graph.settings import Settings
from seed_data.builtin import write_data_set
from tests.ports import free_ports

PROGRAM = Path(__file__).with_name("interrupted.py")
ROOT = PROGRAM.parent.parent.parent


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, size in PAGING:
        monkeypatch.setattr(module, size, SMALL_BATCH)


def held(store: Store) -> tuple[object, ...]:
    """Return all that a graph holds, but the moments of its changes."""
    return (store.nodes(), store.relationships(), store.changes(), store.revision())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of `mini`: to make them anew for each load takes longer than the load."""
    files = tmp_path_factory.mktemp("files") / "mini"
    write_data_set("mini", files)
    return files


def loaded(address: Address, folder: Path, what: str, number: int) -> int:
    """Load in a process of its own that kills itself before a statement, and return how it ended."""
    command = [sys.executable, str(PROGRAM), address.uri, address.password, str(folder), what, str(number)]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=120, check=False).returncode


def test_a_load_killed_again_and_again_ends_as_one_that_was_left_alone(
    store: Store, address: Address, folder: Path
) -> None:
    bring(store.engine, folder, "mini")
    whole = held(store)
    bring(store.engine, folder, "less")
    less = held(store)
    store.clear()
    # In the claim, before the first row, between the nodes of a batch and its relationships, and before its Change.
    for number in (1, 3, 8, 14):
        assert loaded(address, folder, "mini", number) == -9
    assert loaded(address, folder, "mini", 0) == 0
    assert held(store) == whole
    # While memberships are ended, and while what they joined is closed.
    for number in (3, 9):
        assert loaded(address, folder, "less", number) == -9
    assert loaded(address, folder, "less", 0) == 0
    assert held(store) == less


@dataclass
class Own:
    """A server of this test's own."""

    address: Address
    engine: Engine
    driver: neo4j.Driver
    holds: str | None = None

    def wipe(self) -> None:
        apply_schema(self.engine)


@pytest.fixture
def own_settings(tmp_path: Path) -> Iterator[Settings]:
    ports = free_ports(18220)
    settings = Settings(
        home=tmp_path, bolt_port=next(ports), http_port=next(ports), neo4j_uri=None, neo4j_memory="512m"
    )
    yield settings
    stop(settings)


def test_a_load_goes_on_after_its_neo4j_was_killed_and_started_again(
    store: Store, own_settings: Settings, folder: Path
) -> None:
    bring(store.engine, folder, "mini")
    whole = held(store)
    server = start(own_settings, report=unreported)
    engine = _connected(server)
    apply_schema(engine)

    def kill() -> None:
        psutil.Process(server.pid).kill()
        psutil.Process(server.pid).wait()

    with pytest.raises(UnavailableError, match=r"cannot be reached: is it running\?"):
        bring(InterruptedEngine(engine, 14, kill), folder, "mini")
    engine.close()
    again = start(own_settings, report=unreported)
    engine = _connected(again)
    bring(engine, folder, "mini")
    with neo4j.GraphDatabase.driver(again.uri, auth=(again.user, again.password)) as driver:
        assert held(Store(Own(_address(again), engine, driver))) == whole
    engine.close()


def _connected(server: ManagedServer) -> Engine:
    return connect(_address(server))


def _address(server: ManagedServer) -> Address:
    return Address(server.uri, server.user, server.password)


def test_a_load_in_which_nothing_was_killed_is_made_of_many_batches(store: Store, folder: Path) -> None:
    contents = rows(folder, "mini")
    bring(store.engine, folder, "mini")
    loads = [change for change in store.changes() if change["action"] == "load"]
    assert len(loads) == -(-len(contents.facts) // SMALL_BATCH) + -(-len(contents.bonds) // SMALL_BATCH)
