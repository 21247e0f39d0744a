"""The command itself, run as its users run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.engines.bolt import Address

Wuji = Callable[..., subprocess.CompletedProcess[str]]


def wuji_environment(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a user: none of this process's settings but the shared download cache."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WUJI_") or name == "WUJI_CACHE"}
    return {**kept, "WUJI_HOME": str(folder / "home"), "PYTHONUNBUFFERED": "1", **settings}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from cli.main import main; main()", *arguments]


@pytest.fixture
def wuji(tmp_path: Path) -> Wuji:
    """Run ``wuji`` to its end with the given settings."""

    def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments),
            env=wuji_environment(tmp_path, **settings),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=180,
            check=False,
        )

    return run


@pytest.fixture
def own(address: Address) -> dict[str, str]:
    """The settings that name the suite's Neo4j as the user's own."""
    return {
        "WUJI_NEO4J_URI": address.uri,
        "WUJI_NEO4J_USER": address.user,
        "WUJI_NEO4J_PASSWORD": address.password,
        "WUJI_NEO4J_DATABASE": address.database,
    }
