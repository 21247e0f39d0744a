"""The program as its users run it: commands in processes of their own, speaking to the bench's Neo4j."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil

from graph.progress import unreported
from graph.server import ManagedServer, start, stop
from graph.settings import Settings

_SECONDS_TO_REST = 180
_SECONDS_QUIET = 3
_NEXT_TO_NOTHING = 0.15
"""Processor seconds a second."""

NOW = str(Path(sys.executable).with_name("wuji"))
"""The ``wuji`` of this revision."""


@contextmanager
def neo4j(home: Path) -> Generator[ManagedServer]:
    """Run a Neo4j of its own, with a home of its own, for the length of a block."""
    settings = Settings(home=home, bolt_port=free_port(), http_port=free_port(), neo4j_uri=None)
    server = start(settings, report=unreported)
    try:
        yield server
    finally:
        stop(settings)


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def seconds_of_seed(wuji: str, server: ManagedServer, home: Path, dataset: str = "jilin") -> float:
    """Return how long ``wuji seed`` takes from the shell, its start included."""
    began = time.perf_counter()
    subprocess.run([wuji, "seed", "--dataset", dataset], env=_environment(server, home), check=True, stdout=sys.stderr)
    return time.perf_counter() - began


@contextmanager
def serving(wuji: str, server: ManagedServer, home: Path) -> Generator[tuple[int, psutil.Process]]:
    """Serve the API from one worker process for the length of a block; give its port and its process."""
    port = free_port()
    environment = _environment(server, home) | {"WUJI_PORT": str(port)}
    with subprocess.Popen([wuji, "serve"], env=environment, stdout=sys.stderr) as process:
        try:
            _await(f"http://127.0.0.1:{port}/healthz/ready", process)
            # What it does beside answering, once it is ready, is no measure of how it answers.
            _rest(psutil.Process(process.pid), psutil.Process(server.pid))
            yield port, psutil.Process(process.pid)
        finally:
            process.terminate()


def answers(port: int, target: str) -> bool:
    """Return whether a server answers a request: an earlier revision may not know it."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{target}"):
            return True
    except HTTPError:
        return False


def _environment(server: ManagedServer, home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WUJI_")}
    return kept | {"WUJI_HOME": str(home), "WUJI_NEO4J_URI": server.uri, "WUJI_NEO4J_PASSWORD": server.password}


def _rest(*processes: psutil.Process) -> None:
    """Wait until processes have done next to nothing for a while."""
    quiet = 0
    for _ in range(_SECONDS_TO_REST):
        used = [sum(process.cpu_times()[:2]) for process in processes]
        time.sleep(1)
        now = [sum(process.cpu_times()[:2]) for process in processes]
        quiet = quiet + 1 if sum(now) - sum(used) < _NEXT_TO_NOTHING else 0
        if quiet == _SECONDS_QUIET:
            return


def _await(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if process.poll() is not None:
            sys.exit(f"wuji serve ended with {process.returncode}.")
        try:
            with urlopen(url):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"{url} did not answer within a minute.")
