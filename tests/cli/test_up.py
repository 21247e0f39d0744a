"""``wuji up`` and ``wuji down``: started, stopped and killed for real."""

import json
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import neo4j
import psutil
import pytest

from graph.progress import unreported
from graph.server import start
from graph.settings import Settings
from tests.cli.commands import command, wuji_environment
from tests.ports import free_ports

_PORTS = free_ports(18280)
API, BOLT, BROWSER, OTHER = (next(_PORTS) for _ in range(4))
PORTS = {"WUJI_PORT": str(API), "WUJI_BOLT_PORT": str(BOLT), "WUJI_HTTP_PORT": str(BROWSER)}


class Home:
    """A home of its own, and the commands run in it."""

    def __init__(self, folder: Path) -> None:
        self.environment = wuji_environment(folder, **PORTS)
        self.ups: list[subprocess.Popen[str]] = []

    def up(self, dataset: str | None = None) -> tuple[subprocess.Popen[str], list[str]]:
        """Start ``wuji up`` and return it with what it printed until it was up."""
        process = subprocess.Popen(
            command("up", *(["--dataset", dataset] if dataset else [])),
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.ups.append(process)
        said: list[str] = []
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.rstrip())
            if ", password " in line:
                return process, said
        pytest.fail(f"wuji up ended with {process.wait()}: {said}")

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            command(*arguments), env=self.environment, capture_output=True, text=True, timeout=120, check=True
        )
        return done.stdout

    def settings(self) -> Settings:
        folder = Path(self.environment["WUJI_HOME"])
        return Settings(home=folder, bolt_port=BOLT, http_port=BROWSER, neo4j_uri=None)

    def neo4j(self) -> dict[str, str | int | None]:
        return json.loads(self.run("neo4j", "status", "--json"))

    def clear(self) -> None:
        for process in self.ups:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
        self.run("down")


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Home]:
    """A home with nothing in it."""
    home = Home(tmp_path)
    yield home
    home.clear()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a home is in which ``wuji up`` loaded `mini` once."""
    home = Home(tmp_path_factory.mktemp("loaded"))
    try:
        home.up("mini")
    finally:
        home.clear()
    return Path(home.environment["WUJI_HOME"]).parent


@pytest.fixture
def home(folder: Path) -> Iterator[Home]:
    """That home, with nothing of it running: what a test does to its graph, it mends."""
    home = Home(folder)
    yield home
    home.clear()


def answer(path: str) -> dict[str, object]:
    with urllib.request.urlopen(f"http://127.0.0.1:{API}{path}", timeout=30) as response:
        return json.load(response)


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_up_does_it_all_and_ctrl_c_stops_what_it_started(new: Home) -> None:
    process, said = new.up("mini")
    text = "\n".join(said)
    assert f"http://127.0.0.1:{API}/docs" in text
    assert f"http://127.0.0.1:{BROWSER}/browser/" in text
    assert answer("/v1/orgs")["total"] == 339
    assert answer("/healthz/ready")["status"] == "ready"
    with urllib.request.urlopen(f"http://127.0.0.1:{BROWSER}/browser/", timeout=30) as page:
        assert "neo4j" in page.read().decode().lower()
    process.send_signal(signal.SIGINT)
    assert process.wait(90) == 0
    assert new.neo4j()["state"] == "stopped"
    assert is_free(API)
    assert is_free(BOLT)


def test_a_killed_up_leaves_neo4j_running_and_the_next_one_finds_it(home: Home) -> None:
    process, _ = home.up()
    server = home.neo4j()["pid"]
    process.kill()
    process.wait()
    assert home.neo4j()["pid"] == server
    again, said = home.up("mini")
    assert home.neo4j()["pid"] == server
    assert not any("Loading" in line for line in said)
    # What was found running is left running.
    again.send_signal(signal.SIGINT)
    assert again.wait(90) == 0
    assert home.neo4j()["pid"] == server
    assert home.run("down").strip() == "Stopped."
    assert home.neo4j()["state"] == "stopped"


def test_down_ends_an_up_that_runs_and_its_neo4j(home: Home) -> None:
    process, _ = home.up()
    server = home.neo4j()["pid"]
    assert isinstance(server, int)
    standing = json.loads(home.run("status", "--json"))
    assert (standing["data_set"], standing["complete"]) == ("mini", True)
    assert standing["api"] == f"http://127.0.0.1:{API}/docs"
    home.run("down")
    assert process.wait(10) != 0
    assert not psutil.pid_exists(server)
    assert home.run("down").strip() == "Nothing of this home was running."
    assert json.loads(home.run("status", "--json"))["api"] is None


def test_an_up_that_was_killed_in_mid_load_is_gone_on_with_unasked(home: Home) -> None:
    server = start(home.settings(), report=unreported)
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        # What a kill in the middle leaves: a claim that was never finished.
        driver.execute_query("MATCH (d:DataSet) SET d.loading = d.digest REMOVE d.digest")
    again, said = home.up()
    assert any("unchanged" in line for line in said)
    assert json.loads(home.run("status", "--json"))["complete"] is True
    again.kill()


def test_a_second_up_in_the_same_home_is_refused_in_words(home: Home) -> None:
    process, _ = home.up()
    second = subprocess.run(
        command("up"),
        env={**home.environment, "WUJI_PORT": str(OTHER)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert second.returncode == 1
    assert f"pid {process.pid}" in second.stderr
    assert "wuji down" in second.stderr
    assert answer("/healthz/ready")["status"] == "ready"


def test_another_data_set_is_refused_at_the_start(home: Home) -> None:
    other = subprocess.run(
        command("up", "--dataset", "jilin"),
        env=home.environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert other.returncode == 1
    assert "holds the data set 'mini'" in other.stderr
    assert home.neo4j()["state"] == "stopped"


def test_a_graph_that_was_stopped_is_started_to_be_asked(home: Home) -> None:
    shown = subprocess.run(
        command("show", "D220202006001"),
        env=home.environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    assert "新华社区党委" in shown.stdout
    assert "wuji neo4j stop" in shown.stderr
    assert home.neo4j()["state"] == "running"


def loading(home: Home) -> tuple[subprocess.Popen[str], list[psutil.Process]]:
    """An ``up`` in the middle of its load, and the processes of Python that it began."""
    process = subprocess.Popen(
        command("up", "--dataset", "mini"),
        env=home.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    home.ups.append(process)
    assert process.stdout is not None
    assert next(line for line in process.stdout if line.startswith("Loading"))
    begun = [child for child in psutil.Process(process.pid).children(recursive=True) if child.name() != "java"]
    assert begun
    return process, begun


def test_ctrl_c_in_the_middle_of_a_load_ends_all_of_it_in_words(new: Home) -> None:
    process, begun = loading(new)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=90)
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("Error: stopped before it was done.")
    assert said.endswith("Nothing of this home keeps running.\n")
    assert "Traceback" not in said
    assert psutil.wait_procs(begun, timeout=30)[1] == []
    assert new.neo4j()["state"] == "stopped"


def test_a_load_ends_with_the_up_that_was_killed_over_it(new: Home) -> None:
    process, begun = loading(new)
    process.kill()
    assert psutil.wait_procs(begun, timeout=60)[1] == []
    again, said = new.up()
    assert any("added" in line for line in said)
    again.kill()


def test_the_password_goes_to_no_pipe_and_is_said_to_be_kept(home: Home) -> None:
    _, said = home.up()
    credentials = Path(home.environment["WUJI_HOME"]) / "credentials.json"
    assert any(line.endswith(f", password in {credentials}") for line in said)
    assert json.loads(credentials.read_text(encoding="utf-8"))["password"] not in "\n".join(said)
