"""What a start costs: disk, seconds and memory of ``wuji up``, processor time of commands; ``just bench-starting``.

``--before REVISION`` measures an earlier revision beside this one. Each is installed as the README's first command installs
it, with empty caches where the figure says so: the package index and the Maven repository are asked, and are a part of it.
"""

import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import click
import psutil

from bench import before
from bench.serving import free_port

_MEGABYTE = 1_000_000
_REPEATS = 3
_FOUND = "站前社区"
_SECONDS_TO_REST = 60.0


@dataclass(frozen=True, slots=True)
class Start:
    """What was measured of one revision; megabytes and seconds."""

    installed: float
    first: float
    first_memory: float
    second: float
    second_memory: float
    help: float
    find: float


class Place:
    """Folders and ports of its own for one revision."""

    def __init__(self, tree: Path, scratch: Path) -> None:
        self.tree = tree
        self.environment = scratch / ".venv"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("WUJI_", "VIRTUAL_ENV"))}
        self.port = free_port()
        self.variables = kept | {
            "UV_PROJECT_ENVIRONMENT": str(self.environment),
            "UV_CACHE_DIR": str(scratch / "uv"),
            "WUJI_HOME": str(scratch / "home"),
            "WUJI_CACHE": str(scratch / "cache"),
            "WUJI_PORT": str(self.port),
            "WUJI_BOLT_PORT": str(free_port()),
            "WUJI_HTTP_PORT": str(free_port()),
        }

    def wuji(self, *arguments: str) -> list[str]:
        """Return a command line as the README writes it."""
        return ["uv", "run", "--locked", "wuji", *arguments]

    @contextmanager
    def up(self) -> Generator[tuple[float, psutil.Process]]:
        """Run ``wuji up`` for the length of a block; give the seconds until it was ready, and its process."""
        began = time.perf_counter()
        with subprocess.Popen(self.wuji("up"), cwd=self.tree, env=self.variables, stdout=subprocess.DEVNULL) as process:
            try:
                self._await_ready(process)
                yield time.perf_counter() - began, _serving(process.pid)
            finally:
                subprocess.run(self.wuji("down"), cwd=self.tree, env=self.variables, check=True)

    def seconds_of(self, *arguments: str) -> float:
        """Return the processor time of the installed command, its own and the system's: the least of a few runs."""
        return min(self._processor_time(*arguments) for _ in range(_REPEATS))

    def installed(self) -> float:
        """Return the megabytes of the environment."""
        return sum(path.lstat().st_size for path in self.environment.rglob("*") if path.is_file()) / _MEGABYTE

    def _processor_time(self, *arguments: str) -> float:
        began = resource.getrusage(resource.RUSAGE_CHILDREN)
        program = str(self.environment / "bin" / "wuji")
        subprocess.run([program, *arguments], env=self.variables, check=True, stdout=subprocess.DEVNULL)
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return ended.ru_utime - began.ru_utime + ended.ru_stime - began.ru_stime

    def _await_ready(self, process: "subprocess.Popen[bytes]") -> None:
        while process.poll() is None:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/healthz/ready", timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"wuji up ended with {process.returncode}.")


def measure(tree: Path, scratch: Path) -> Start:
    """Measure the revision that is checked out in a folder."""
    place = Place(tree, scratch)
    with place.up() as (first, process):
        first_memory = _rested(process)
    with place.up() as (second, process):
        second_memory = _rested(process)
        asked, found = place.seconds_of("--help"), place.seconds_of("find", _FOUND)
    installed = place.installed()
    shutil.rmtree(scratch, ignore_errors=True)
    return Start(installed, first, first_memory, second, second_memory, asked, found)


def _serving(pid: int) -> psutil.Process:
    """Return the process that serves, which ``uv run`` began."""
    process = psutil.Process(pid)
    return next((child for child in process.children() if "java" not in child.name()), process)


def _rested(process: psutil.Process) -> float:
    """Return the megabytes of a process once it has served for a while, and whatever it does beside is done."""
    time.sleep(_SECONDS_TO_REST)
    return process.memory_info().rss / _MEGABYTE


_HEAD = (
    "| revision | installed, MB | empty caches to ready, s | second start, s | `up` after a load, MB | and without, MB "
    + "| `--help`, processor s | `find`, processor s |",
    "|---|---|---|---|---|---|---|---|",
)


def line(name: str, start: Start) -> str:
    """Return what was measured as a row of a table."""
    return (
        f"| {name} | {start.installed:.0f} | {start.first:.0f} | {start.second:.1f} | {start.first_memory:.0f} "
        f"| {start.second_memory:.0f} | {start.help:.2f} | {start.find:.2f} |"
    )


@click.command()
@click.option("--before", "revision", metavar="REVISION", help="Measure an earlier revision beside this one.")
def main(*, revision: str | None) -> None:
    """Measure the start of this revision, and of an earlier one before it."""
    rows: list[str] = []
    with tempfile.TemporaryDirectory(prefix="wuji-start-", ignore_cleanup_errors=True) as scratch:
        if revision is not None:
            with before.tree(revision) as tree:
                rows.append(line(f"before ({before.named(revision)})", measure(tree, Path(scratch, "before"))))
        rows.append(line("now", measure(before.ROOT, Path(scratch, "now"))))
    for text in (*_HEAD, *rows):
        click.echo(text)


if __name__ == "__main__":
    main()
