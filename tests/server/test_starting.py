"""What a started Neo4j is: local, private, quiet, of a fitting size, with its Browser; and what start and stop say."""

import base64
import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from wuji_process import Wuji

from graph.engines.address import Address
from graph.engines.opening import Driver, connect
from graph.errors import CredentialsError, StartError
from graph.progress import Step, unreported
from graph.server import ManagedServer, running, start, status, stop
from graph.server.home import home_of
from graph.server.java import environment
from graph.server.memory import machine_memory, memory
from graph.settings import Settings


def body(server: ManagedServer, path: str) -> bytes:
    connection = HTTPConnection(urlsplit(server.browser_url).netloc, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200
        return answer.read()
    finally:
        connection.close()


def test_a_second_start_finds_the_one_that_runs(home_settings: Settings, server: ManagedServer) -> None:
    steps: list[Step] = []
    again = start(home_settings, report=steps.append)
    assert (again.pid, again.password, again.started, steps) == (server.pid, server.password, False, [])
    assert running(home_settings) == again


def test_it_listens_on_this_machine_alone_and_talks_to_nobody(server: ManagedServer) -> None:
    connections = psutil.Process(server.pid).net_connections(kind="inet")
    assert {connection.laddr[0].removeprefix("::ffff:") for connection in connections} == {"127.0.0.1"}
    assert {connection.laddr[1] for connection in connections if connection.status == psutil.CONN_LISTEN} == {
        urlsplit(server.uri).port,
        urlsplit(server.browser_url).port,
    }


def test_it_serves_neo4j_browser(server: ManagedServer) -> None:
    page = body(server, "/browser/")
    assert b"<title>Neo4j Browser</title>" in page


def test_it_tells_clients_the_bolt_address_it_was_given(server: ManagedServer) -> None:
    assert json.loads(body(server, "/"))["bolt_direct"] == server.uri


def test_a_page_of_another_origin_is_given_no_answer(server: ManagedServer) -> None:
    own = server.browser_url.removesuffix("/browser/")
    key = base64.b64encode(f"{server.user}:{server.password}".encode()).decode()
    for method, path in (("GET", "/"), ("POST", "/db/neo4j/tx/commit"), ("OPTIONS", "/db/neo4j/tx/commit")):
        connection = HTTPConnection(urlsplit(own).netloc, timeout=10)
        headers = {
            "Origin": "https://evil.example",
            "Authorization": f"Basic {key}",
            "Content-Type": "application/json",
        }
        connection.request(method, path, '{"statements": []}' if method == "POST" else None, headers)
        allowed = connection.getresponse().headers.get_all("Access-Control-Allow-Origin", [])
        connection.close()
        assert set(allowed) <= {own}


def test_wrong_passwords_lock_nobody_out(server: ManagedServer) -> None:
    for driver in Driver:
        for _ in range(5):
            with pytest.raises(CredentialsError):
                connect(Address(server.uri, server.user, "wrong-password"), driver)
        connect(Address(server.uri, server.user, server.password), driver).close()


def test_its_environment_and_command_line_hold_no_password(home_settings: Settings, server: ManagedServer) -> None:
    process = psutil.Process(server.pid)
    told = " ".join([*process.cmdline(), *process.environ().keys(), *process.environ().values()])
    assert server.password not in told
    variables = {"WUJI_NEO4J_PASSWORD": "of-another-neo4j"}
    assert home_settings
    assert "WUJI_NEO4J_PASSWORD" not in environment(home_of(home_settings), {**os.environ, **variables})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes; the folder's access rules hold there")
def test_all_in_a_home_that_was_there_with_wide_modes_is_its_owners_alone(own_settings: Settings) -> None:
    home = home_of(own_settings)
    for folder in (home.data, home.logs, home.run, home.configuration):
        folder.mkdir(parents=True)
        folder.chmod(0o777)
    (home.logs / "old.log").touch(0o644)
    before = os.umask(0)
    try:
        start(own_settings, report=unreported)
        wide = [
            path
            for folder in (home.data, home.logs, home.run, home.configuration)
            for path in (folder, *folder.rglob("*"))
            if stat.S_IMODE(path.lstat().st_mode) & 0o077
        ]
    finally:
        os.umask(before)
    assert wide == []
    assert {path.name for path in home.data.iterdir()} >= {"databases", "transactions", "dbms"}


def test_its_own_log_shows_that_reporting_is_off_and_transactions_end(
    home_settings: Settings, server: ManagedServer
) -> None:
    assert server.pid
    log = (home_of(home_settings).logs / "debug.log").read_text(encoding="utf-8")
    for line in ("dbms.usage_report.enabled=false", "client.allow_telemetry=false", "db.transaction.timeout=1m"):
        assert line in log


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes; the folder's access rules hold there")
def test_the_password_is_for_its_owner_alone(home_settings: Settings, server: ManagedServer) -> None:
    home = home_of(home_settings)
    assert server.password in home.credentials.read_text(encoding="utf-8")
    assert stat.S_IMODE(home.credentials.stat().st_mode) == 0o600
    others = [path for path in home.root.rglob("*") if path.is_file() and path != home.credentials]
    assert not [path for path in others if server.password.encode() in path.read_bytes()]


def test_it_takes_half_of_the_memory_at_most(home_settings: Settings) -> None:
    shares = memory(home_settings)
    assert 512 <= shares.heap + shares.page_cache <= max(512, machine_memory() // 2)


def test_the_memory_asked_for_is_shared_between_heap_and_page_cache(home_settings: Settings) -> None:
    shares = memory(home_settings.model_copy(update={"neo4j_memory": "1g"}))
    assert (shares.heap, shares.page_cache) == (512, 512)


def test_more_memory_than_the_machine_has_is_refused(home_settings: Settings) -> None:
    with pytest.raises(StartError, match="WUJI_NEO4J_MEMORY asks for 99999g and this machine has .* lower"):
        memory(home_settings.model_copy(update={"neo4j_memory": "99999g"}))


def test_stop_ends_it_and_keeps_its_log_and_start_brings_it_back(stopped: Settings) -> None:
    assert running(stopped) is None
    assert start(stopped, report=unreported).started
    assert stop(stopped)
    assert running(stopped) is None
    assert not stop(stopped)
    assert "Stopped." in status(stopped).log.read_text(encoding="utf-8")


def test_stop_and_status_make_no_home(tmp_path: Path, filled: Path) -> None:
    settings = Settings(home=tmp_path / "none", cache=filled)
    assert not stop(settings)
    assert (status(settings).state, status(settings).pid) == ("stopped", None)
    assert not settings.home.exists()


def test_two_starts_at_once_end_with_one_server(stopped: Settings) -> None:
    with ThreadPoolExecutor(2) as threads:
        outcomes = list(threads.map(Wuji(stopped).run, ["neo4j", "neo4j"], ["start", "start"]))
    assert [outcome.returncode for outcome in outcomes] == [0, 0]
    found = running(stopped)
    assert found
    assert sorted(outcome.stdout.splitlines()[0] for outcome in outcomes) == [
        f"Neo4j runs already (pid {found.pid}).",
        f"Neo4j started (pid {found.pid}).",
    ]


def test_the_command_starts_it_in_a_chinese_folder_under_the_c_locale(stopped: Settings) -> None:
    outcome = Wuji(stopped).run("neo4j", "start", LC_ALL="C")
    assert outcome.returncode == 0, outcome.stderr
    assert stopped.home.name == "五级 党建"
    made = {".gitignore", "conf", "credentials.json", "data", "logs", "run"}
    assert {path.name for path in stopped.home.iterdir()} == made


def test_status_as_json_names_all_there_is_to_know(home_settings: Settings, server: ManagedServer) -> None:
    outcome = Wuji(home_settings).run("neo4j", "status", "--json")
    home = home_of(home_settings)
    assert json.loads(outcome.stdout) == {
        "state": "running",
        "version": "5.26.30",
        "pid": server.pid,
        "uri": server.uri,
        "browser_url": server.browser_url,
        "home": str(home.root),
        "log": str(home.log),
    }


@pytest.mark.parametrize("command", ["start", "stop", "status"])
def test_each_command_shows_examples(command: str, own_settings: Settings) -> None:
    outcome = Wuji(own_settings).run("neo4j", command, "--help", COLUMNS="200")
    assert f"  wuji neo4j {command}\n" in outcome.stdout


def test_the_commands_say_what_is_and_what_was_done(stopped: Settings) -> None:
    wuji = Wuji(stopped)
    assert wuji.run("neo4j", "stop").stdout == "Neo4j was not running.\n"
    assert wuji.run("neo4j", "status").stdout.startswith("state       stopped\nversion     5.26.30\nhome ")
    assert start(stopped, report=unreported).started
    assert wuji.run("neo4j", "stop").stdout == "Neo4j is stopped.\n"


def test_the_password_is_printed_to_a_terminal_alone(home_settings: Settings, server: ManagedServer) -> None:
    wuji = Wuji(home_settings)
    lines = [line.split() for line in wuji.run("neo4j", "start").stdout.splitlines()]
    assert ["Password", "in", str(home_of(home_settings).credentials)] in lines
    ours, theirs = os.openpty()
    with open(ours, encoding="utf-8") as terminal, open(theirs, "w", encoding="utf-8") as output:
        subprocess.run(wuji.command("neo4j", "start"), env=wuji.environment(), stdout=output, check=True)
        shown = [terminal.readline() for _ in range(5)]
    assert shown[-1].split() == ["Password", server.password]
