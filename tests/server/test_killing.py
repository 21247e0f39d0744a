"""Kills, with signal 9, of the command and of Neo4j, at each point where one could leave a trace behind."""

import json
import os
import signal

import psutil
import pytest
from wuji_process import Wuji

from graph.progress import unreported
from graph.server import ManagedServer, running, start, stop
from graph.server import process as processes
from graph.server.home import home_of
from graph.settings import Settings


def test_a_command_killed_while_neo4j_boots_leaves_it_and_the_next_finds_it(stopped: Settings) -> None:
    with Wuji(stopped).begin("neo4j", "start") as killed:
        assert killed.stderr
        assert next(line for line in killed.stderr if line.startswith("Starting Neo4j"))
        killed.kill()
    booting = running(stopped)
    assert booting
    server = start(stopped, report=unreported)
    assert (server.pid, server.started) == (booting.pid, False)


def test_a_command_that_is_interrupted_while_neo4j_boots_takes_it_along(stopped: Settings) -> None:
    with Wuji(stopped).begin("neo4j", "start") as interrupted:
        assert interrupted.stderr
        assert next(line for line in interrupted.stderr if line.startswith("Starting Neo4j"))
        interrupted.send_signal(signal.SIGINT)
    assert interrupted.returncode == 1
    assert running(stopped) is None


def test_a_command_killed_before_neo4j_was_recorded_is_followed_by_a_search(
    home_settings: Settings, server: ManagedServer
) -> None:
    home_of(home_settings).process_record.unlink()
    assert start(home_settings, report=unreported).pid == server.pid


def test_a_command_killed_between_password_and_first_start_leaves_a_password_that_holds(own_settings: Settings) -> None:
    home = home_of(own_settings)
    with Wuji(own_settings).begin("neo4j", "start") as killed:
        while not home.credentials.exists():
            assert killed.poll() is None
        killed.kill()
    assert not home.users[0].exists()
    password = json.loads(home.credentials.read_text(encoding="utf-8"))["password"]
    # A start that the store would refuse is an error, so the password is the store's.
    assert start(own_settings, report=unreported).password == password


def test_a_killed_neo4j_is_started_again(stopped: Settings) -> None:
    neo4j = psutil.Process(start(stopped, report=unreported).pid)
    neo4j.kill()
    neo4j.wait(10)
    assert running(stopped) is None
    assert start(stopped, report=unreported).started


@pytest.mark.parametrize(
    "record",
    [
        '{"pid": 12',
        "",
        "[]",
        '{"pid": null, "created": 1}',
        json.dumps({"pid": os.getpid(), "created": 1.0}),
        json.dumps({"pid": 2**22 + 1, "created": 1.0}),
    ],
    ids=["half-written", "empty", "a list", "no pid", "a pid that is another's by now", "a pid nobody has"],
)
def test_a_useless_record_neither_hides_a_server_nor_blocks_a_start(
    home_settings: Settings, server: ManagedServer, record: str
) -> None:
    home_of(home_settings).process_record.write_text(record, encoding="utf-8")
    found = running(home_settings)
    assert found
    assert found.pid == server.pid


def test_a_record_of_nobody_is_nobody(stopped: Settings) -> None:
    home_of(stopped).process_record.write_text(json.dumps({"pid": os.getpid(), "created": 1.0}), encoding="utf-8")
    assert running(stopped) is None
    assert not stop(stopped)


def test_a_neo4j_that_does_not_answer_is_killed_in_the_end(stopped: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_SECONDS_TO_STOP", 0.5)
    psutil.Process(start(stopped, report=unreported).pid).suspend()
    assert stop(stopped)
    assert running(stopped) is None
