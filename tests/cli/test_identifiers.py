"""What other systems call an entity by: listed and found by it on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from graph.engines import Engine
from graph.loading import load
from graph.progress import unreported
from seed_data.opening import open_data_set
from tests.cli.commands import Wuji
from tests.unit.dataset_folder import write

CODE = "11220202MB0000000X"


@pytest.fixture
def city(empty: Engine, tmp_path: Path) -> Engine:
    """A graph in which one unit has a code."""
    row = f"I1,{CODE},U0001,uscc,ledger\n"
    (write(tmp_path) / "identifiers.csv").write_text(f"id,value,entity_id,scheme,source\n{row}", encoding="utf-8")
    contents = open_data_set(str(tmp_path), today=date(2025, 1, 1))
    load(empty, contents, actor="tests", today=date(2025, 1, 1), overwrite=False, report=unreported)
    return empty


@pytest.mark.usefixtures("city")
def test_a_list_takes_a_code_as_people_type_it(wuji: Wuji, own: dict[str, str]) -> None:
    for identifier in (CODE, f"统一社会信用代码：{CODE.lower()}", f"uscc:{CODE[:8]} {CODE[8:]}"):
        listed = wuji("list", "Unit", "--identifier", identifier, "--json", **own)
        assert [item["id"] for item in json.loads(listed.stdout)["items"]] == ["U0001"]
    assert json.loads(wuji("list", "Grid", "--identifier", CODE, "--json", **own).stdout)["items"] == []
    assert wuji("list", "Unit", "--identifier", " ", **own).returncode == 2


@pytest.mark.usefixtures("city")
def test_what_is_found_by_a_code_says_by_which(wuji: Wuji, own: dict[str, str]) -> None:
    titles, row = wuji("find", CODE, **own).stdout.splitlines()
    assert titles.split()[-2:] == ["found", "by"]
    assert f"统一社会信用代码 {CODE}" in row
    assert "found by" not in wuji("find", "滨江超市", **own).stdout
