"""The command itself, run as its users run it."""

import subprocess
from pathlib import Path

import pytest

from graph.engines.address import Address
from tests.cli.commands import Wuji, command, wuji_environment


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
        "WUJI_LANG": "en",
    }
