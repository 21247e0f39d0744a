"""What a home keeps to itself: no tool that shares a folder shares it, and nothing that is printed shows its password."""

from pathlib import Path

import pytest

from graph.engines.address import Address
from graph.server import ManagedServer
from graph.server.credentials import Credentials
from graph.server.home import Home


def test_a_new_home_is_ignored_by_git(tmp_path: Path) -> None:
    Home(tmp_path / "home").create()
    assert (tmp_path / "home" / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"


def test_a_folder_with_a_life_of_its_own_keeps_its_rules(tmp_path: Path) -> None:
    (tmp_path / "work.txt").touch()
    Home(tmp_path).create()
    assert not (tmp_path / ".gitignore").exists()


@pytest.mark.parametrize(
    "shown",
    [
        Address("bolt://127.0.0.1", "neo4j", "s3cret"),
        Credentials("neo4j", "s3cret"),
        ManagedServer("bolt://127.0.0.1", "neo4j", "s3cret", "http://127.0.0.1", pid=1, started=True),
    ],
)
def test_what_is_printed_shows_no_password(shown: object) -> None:
    assert "neo4j" in repr(shown)
    assert "s3cret" not in repr(shown)
