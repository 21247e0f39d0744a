"""Homes for tests, and the program itself run on them in a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from graph.settings import Settings
from tests.ports import free_ports

# A large file, a middling one, a small one.
LACKED = ("com.github.luben:zstd-jni:1.5.6-6", "info.picocli:picocli:4.7.6", "org.neo4j:annotations:5.26.30")

_PORTS = free_ports(18000)
_PROGRAM = str(Path(sys.executable).with_name("wuji"))
_UNDER_LIMIT = """
import os, resource, sys
resource.setrlimit(getattr(resource, sys.argv[1]), (int(sys.argv[2]),) * 2)
os.execv(sys.argv[3], sys.argv[3:])
"""


def under(limit: str, value: int) -> list[str]:
    """Begin a command line that runs the rest of it under a limit of the operating system."""
    return [sys.executable, "-c", _UNDER_LIMIT, limit, str(value)]


def settings_for(home: Path, **changes: object) -> Settings:
    """Settings for a home, with two ports that no other home of this run has."""
    fields: dict[str, object] = {"home": home, "bolt_port": next(_PORTS), "http_port": next(_PORTS), "neo4j_uri": None}
    return Settings.model_validate({**fields, **changes})


@dataclass(frozen=True)
class Wuji:
    """The program with settings, and with further variables of its environment."""

    settings: Settings

    def command(self, *arguments: str) -> list[str]:
        """Return the command line of a command."""
        return [_PROGRAM, *arguments]

    def environment(self, without: tuple[str, ...] = ()) -> dict[str, str]:
        """Return the environment of its user."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith("WUJI_") and name not in without
        }
        own = {
            "WUJI_HOME": str(self.settings.home),
            "WUJI_CACHE": str(self.settings.cache),
            "WUJI_BOLT_PORT": str(self.settings.bolt_port),
            "WUJI_HTTP_PORT": str(self.settings.http_port),
        }
        return {**kept, **own}

    def begin(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        """Begin a command; its standard error can be read line by line."""
        return self._begin([_PROGRAM, *arguments], variables)

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return _finish(self.begin(*arguments, **variables))

    def run_limited(
        self, limit: str, value: int, *arguments: str, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end under a limit of the operating system, which all that it starts has as well."""
        # What measures the coverage of these tests would fail under the limit too, at its own end.
        measuring = tuple(name for name in os.environ if name.startswith("COVERAGE_"))
        return _finish(self._begin([*under(limit, value), _PROGRAM, *arguments], variables, without=measuring))

    def _begin(
        self, command: list[str], variables: dict[str, str], without: tuple[str, ...] = ()
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            env={**self.environment(without), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )


def _finish(begun: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    with begun as process:
        output, errors = process.communicate(timeout=120)
    return subprocess.CompletedProcess(begun.args, process.returncode, output, errors)
