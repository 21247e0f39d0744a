"""A store that is damaged while Neo4j does not run: told at once, with the reason and a way out that leads out."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from wuji_process import Wuji

from graph.engines.address import Address
from graph.engines.opening import connect
from graph.errors import StartError
from graph.loading import load
from graph.progress import unreported
from graph.schema import apply_schema
from graph.server import running, start, stop
from graph.server.home import Home, home_of
from graph.settings import Settings
from seed_data.opening import open_data_set

TODAY = date(2026, 1, 1)


@pytest.fixture(scope="session")
def loaded(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds `mini`, to be copied."""
    settings = Settings(
        home=tmp_path_factory.mktemp("damaged") / "home", cache=filled, bolt_port=18090, http_port=18091
    )
    server = start(settings, report=unreported)
    engine = connect(Address(server.uri, server.user, server.password))
    apply_schema(engine)
    contents = open_data_set("mini", today=TODAY)
    load(engine, contents, actor="tests", today=TODAY, overwrite=False, report=unreported)
    engine.close()
    stop(settings)
    return settings.home


@pytest.fixture
def copied(loaded: Path, own_settings: Settings) -> Settings:
    """A copy of that home."""
    shutil.copytree(loaded, own_settings.home)
    return own_settings


def store(home: Home, name: str) -> Path:
    return home.data / "databases" / "neo4j" / name


def zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


# What Neo4j itself finds wrong, and what it says of it.
REFUSED: dict[str, tuple[Callable[[Home], object], str]] = {
    "a store file is gone": (
        lambda home: store(home, "neostore.nodestore.db").unlink(),
        "nodestore.db] is(are) missing",
    ),
    "the store's head is zeros": (lambda home: zero(store(home, "neostore")), "metadata store"),
    "the properties are gone": (lambda home: os.truncate(store(home, "neostore.propertystore.db"), 0), "not in use"),
    "the log is gone": (
        lambda home: shutil.rmtree(home.data / "transactions" / "neo4j"),
        "Transaction logs are missing",
    ),
}


@pytest.mark.parametrize("damage", REFUSED)
def test_a_database_that_cannot_start_is_told_with_its_reason_and_nothing_is_left_running(
    copied: Settings, damage: str
) -> None:
    do, reason = REFUSED[damage]
    home = home_of(copied)
    do(home)

    outcome = Wuji(copied).run("find", "站前")

    assert outcome.returncode == 1
    assert outcome.stderr.splitlines()[-1].startswith("Error: Neo4j started, but its database did not: ")
    assert reason in outcome.stderr
    assert f"delete {home.data} and load again with 'wuji up --dataset NAME|FOLDER'" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert running(copied) is None


def test_the_way_out_of_a_database_that_cannot_start_leads_out(copied: Settings) -> None:
    home = home_of(copied)
    store(home, "neostore.nodestore.db").unlink()
    with pytest.raises(StartError, match="its database did not"):
        start(copied, report=unreported)

    shutil.rmtree(home.data)
    assert Wuji(copied).run("seed", "--dataset", "mini").returncode == 0
    assert "站前街道" in Wuji(copied).run("find", "站前街道").stdout


def test_a_store_that_lost_its_schema_says_so_and_gets_it_again_by_a_load(copied: Settings) -> None:
    os.truncate(store(home_of(copied), "neostore.schemastore.db"), 0)
    wuji = Wuji(copied)

    found = wuji.run("find", "站前街道")
    assert "站前街道" in found.stdout
    assert (
        "The graph has lost constraints and indexes, and answers slowly: run 'wuji seed --dataset mini'" in found.stderr
    )
    assert "it has lost constraints and indexes (alliance_id, " in wuji.run("status").stdout

    again = wuji.run("seed", "--dataset", "mini")
    assert again.returncode == 0, again.stderr
    assert "Warning: the graph had lost constraints and indexes, which were made anew: alliance_id, " in again.stderr
    assert "problem" not in wuji.run("status").stdout


USERS: dict[str, Callable[[Path], object]] = {
    "are gone": lambda folder: (folder / "neostore.nodestore.db").unlink(),
    "cannot be read": lambda folder: os.truncate(folder / "neostore.nodestore.db", 0),
    "are zeros": lambda folder: zero(folder / "neostore"),
}


@pytest.mark.parametrize("damage", USERS)
def test_users_that_are_damaged_are_told_with_a_way_out_that_keeps_the_graph(copied: Settings, damage: str) -> None:
    home = home_of(copied)
    USERS[damage](home.users[0])

    with pytest.raises(StartError, match="Neo4j cannot read its users: .*Delete .*keeps the graph") as told:
        start(copied, report=unreported)

    assert running(copied) is None
    for path in (home.credentials, *home.users):
        assert str(path) in str(told.value)
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    # The next command is one that asks, not one that starts.
    assert "站前街道" in Wuji(copied).run("find", "站前街道").stdout


# What Neo4j starts with and answers from as if all were well.
ANSWERED: dict[str, Callable[[Home], object]] = {
    "the nodes are gone": lambda home: os.truncate(store(home, "neostore.nodestore.db"), 0),
    "half the nodes are gone": lambda home: os.truncate(store(home, "neostore.nodestore.db"), 20_480),
    "the nodes are zeros": lambda home: zero(store(home, "neostore.nodestore.db")),
    "the relationships are gone": lambda home: os.truncate(store(home, "neostore.relationshipstore.db"), 0),
    "the relationships are zeros": lambda home: zero(store(home, "neostore.relationshipstore.db")),
    "the texts are gone": lambda home: os.truncate(store(home, "neostore.propertystore.db.strings"), 0),
    "the labels are gone": lambda home: os.truncate(store(home, "neostore.labeltokenstore.db"), 0),
    "the types are gone": lambda home: os.truncate(store(home, "neostore.relationshiptypestore.db"), 0),
}


@pytest.mark.parametrize("damage", ANSWERED)
def test_a_store_that_lost_a_part_is_said_to_be_damaged_by_every_command(copied: Settings, damage: str) -> None:
    ANSWERED[damage](home_of(copied))
    wuji = Wuji(copied)
    asked = {
        "find": wuji.run("find", "站前"),
        "reconcile": wuji.run("reconcile"),
        "seed": wuji.run("seed", "--dataset", "mini"),
    }
    stands = wuji.run("status")

    for outcome in asked.values():
        assert outcome.returncode == 1
        assert outcome.stdout == ""
        assert "Error: The graph is damaged: " in outcome.stderr
        assert (
            "put a copy of the home folder in its place; or, when there is none, delete its data folder"
            in outcome.stderr
        )
    assert "problem      The graph is damaged: " in stands.stdout
    assert "complete     False" in stands.stdout
