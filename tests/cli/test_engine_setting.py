"""``WUJI_ENGINE``: what every command speaks to Neo4j through."""

import json

import pytest

from graph.engines import Engine
from graph.settings import Settings
from tests.cli.commands import Wuji

END_OF_LIFE = "the author of py2neo has declared its end of life"


@pytest.mark.parametrize("command", [["seed", "--dataset", "mini"], ["reconcile"]])
def test_a_command_through_py2neo_is_done_and_says_that_it_is_at_its_end(
    wuji: Wuji, own: dict[str, str], mini: Engine, command: list[str]
) -> None:
    assert mini is not None
    usual, done = wuji(*command, **own), wuji(*command, WUJI_ENGINE="py2neo", **own)
    assert (done.returncode, done.stdout) == (usual.returncode, usual.stdout)
    assert END_OF_LIFE in done.stderr
    assert END_OF_LIFE not in usual.stderr


def test_status_says_which_engine_it_is(wuji: Wuji, own: dict[str, str], mini: Engine) -> None:
    assert mini is not None
    usual, other = wuji("status", "--json", **own), wuji("status", "--json", WUJI_ENGINE="py2neo", **own)
    assert (json.loads(usual.stdout)["engine"], json.loads(usual.stdout)["notice"]) == ("bolt", None)
    assert json.loads(other.stdout)["engine"] == "py2neo"
    assert END_OF_LIFE in json.loads(other.stdout)["notice"]
    assert json.loads(other.stdout)["data_set"] == "mini"


def test_an_engine_there_is_not_is_refused_with_those_there_are(wuji: Wuji) -> None:
    refused = wuji("status", WUJI_ENGINE="http")
    assert refused.returncode == 1
    assert "WUJI_ENGINE='http': Input should be 'bolt' or 'py2neo'" in refused.stderr


def test_a_password_that_is_wrong_is_told_through_py2neo_too(wuji: Wuji, own: dict[str, str]) -> None:
    refused = wuji("reconcile", **{**own, "WUJI_ENGINE": "py2neo", "WUJI_NEO4J_USER": "nobody"})
    assert refused.returncode == 1
    assert "refused the user or the password" in refused.stderr


def test_the_setting_says_so_as_well() -> None:
    assert "end of life" in str(Settings.model_fields["engine"].description)
