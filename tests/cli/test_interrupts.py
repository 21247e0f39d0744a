"""Ctrl-C, at whatever moment it comes: never a traceback, never lost, and what keeps running is said."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.engines import Engine
from tests.cli.commands import command, wuji_environment

# The moment when the program begins to import a module.
_WHILE_IMPORTING = """
import signal, sys
module = sys.argv.pop(1)
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
from cli.entry import main
main()
"""
_WHILE_CLEARING_AWAY = """
import signal, sys, threading
from cli.interrupts import heed_interrupts
class Cleared:
    def __del__(self):
        signal.raise_signal(signal.Signals[sys.argv[1]])
heed_interrupts()
Cleared()
try:
    threading.Event().wait(60)
except (KeyboardInterrupt, SystemExit) as error:
    print(type(error).__name__)
"""
# What is raised there leaves the lock taken, for whichever thread waits for it next.
_WITH_A_LOCK_JUST_TAKEN = """
import signal, sys, threading
from cli.interrupts import heed_interrupts, noted_interrupts
number = signal.Signals[sys.argv[1]]
class Lock:
    taken = threading.Lock()
    def __enter__(self):
        self.taken.acquire()
        signal.raise_signal(number)
    def __exit__(self, *error):
        self.taken.release()
heed_interrupts()
with noted_interrupts() as told:
    with Lock():
        pass
    print(told.get(timeout=10) == number, Lock.taken.locked())
    try:
        signal.raise_signal(number)
    except (KeyboardInterrupt, SystemExit) as error:
        print(type(error).__name__)
"""


def run(program: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=wuji_environment(folder),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("click", ["--help"]),
        ("cli.main", ["up"]),
        ("cli.up", ["up"]),
        ("pydantic", ["up"]),
        ("graph.server", ["serve"]),
        ("cli.seed", ["seed"]),
        ("seed_data.contents", ["seed"]),
        ("cli.find", ["find", "x"]),
    ],
)
def test_while_a_module_is_imported_it_ends_the_command_in_words(
    module: str, arguments: list[str], tmp_path: Path
) -> None:
    ended = run(_WHILE_IMPORTING, module, *arguments, folder=tmp_path)
    assert ended.returncode == 130
    assert ended.stderr.startswith("Error: stopped before")
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(("signal_name", "raised"), [("SIGINT", "KeyboardInterrupt"), ("SIGTERM", "SystemExit")])
def test_while_an_object_is_cleared_away_it_comes_again(signal_name: str, raised: str, tmp_path: Path) -> None:
    ended = run(_WHILE_CLEARING_AWAY, signal_name, folder=tmp_path)
    assert (ended.stdout, ended.stderr) == (f"{raised}\n", "")


@pytest.mark.parametrize(("signal_name", "raised"), [("SIGINT", "KeyboardInterrupt"), ("SIGTERM", "SystemExit")])
def test_while_it_serves_the_first_is_noted_and_the_second_raised(
    signal_name: str, raised: str, tmp_path: Path
) -> None:
    ended = run(_WITH_A_LOCK_JUST_TAKEN, signal_name, folder=tmp_path)
    assert (ended.stdout, ended.stderr) == (f"True False\n{raised}\n", "")


def test_in_the_middle_of_a_load_it_says_how_to_go_on_and_what_keeps_running(
    own: dict[str, str], empty: Engine, tmp_path: Path
) -> None:
    assert empty
    with subprocess.Popen(
        command("seed", "--dataset", "mini"),
        env=wuji_environment(tmp_path, **own),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as loading:
        assert loading.stderr is not None
        said = [next(line for line in loading.stderr if line.startswith("Loading"))]
        loading.send_signal(signal.SIGINT)
        said += loading.stderr
    assert loading.returncode == 130
    assert said[-1].startswith("Error: stopped before it was done. What was written stays")
    assert said[-1].endswith("Nothing of this home keeps running.\n")
    assert not any("Traceback" in line for line in said)
