"""``wuji responsible`` and ``wuji profile`` on `mini`: what people read, and what programs take."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result
from fastapi.testclient import TestClient

from api.app import create_app
from cli.main import main
from graph.engines import Engine
from tests.cli.commands import complaints

STREET, GRID, GRID_WITHOUT_BRANCH = "220202006000", "220202006001001", "220202006001002"

Ask = Callable[..., Result]


@pytest.fixture
def ask(own: dict[str, str], mini: Engine) -> Ask:
    """Ask `mini` by a command in this process."""
    assert mini is not None
    return lambda *arguments: CliRunner(env=own).invoke(main, arguments)


def test_who_answers_is_a_line_each_from_the_place_up(ask: Ask) -> None:
    about, head, *told = ask("responsible", GRID).stdout.splitlines()

    assert about.startswith(f"新华社区第一网格 ({GRID}): {len(told)} responsibilities, ")
    assert head.split()[:4] == ["area", "as", "id", "name"]
    assert told[0].split() == ["新华社区第一网格", "网格党支部", f"D{GRID}", "新华社区第一网格党支部"]
    assert [line.split()[0] for line in told if not line.startswith(" ")] == [
        "新华社区第一网格",
        "新华社区",
        "站前街道",
        "昌邑区",
        "吉林市",
    ]


def test_where_nobody_answers_the_line_says_who_stands_in_and_why(ask: Ask) -> None:
    (line,) = [
        line for line in ask("responsible", GRID_WITHOUT_BRANCH).stdout.splitlines() if "网格党支部" in line.split()
    ]

    title, vacant, name, id, why = line.split()
    assert (title, vacant, why) == ("网格党支部", "空缺", "本网格没有党支部，由网格党小组所属的党支部负责。")
    assert name.endswith("网格党支部")
    assert id.startswith("D")


def test_a_profile_is_facts_in_chinese(ask: Ask) -> None:
    name, *told = ask("profile", STREET).stdout.splitlines()
    facts = {line[2:].split("  ")[0]: line.split("  ")[-1].strip() for line in told if not line.startswith("    ")}

    assert name == "站前街道"
    assert facts["kind"] == "街道（镇、乡） (Town)"
    assert facts["in"] == "昌邑区 (220202000000) → 吉林市 (220200000000)"
    assert facts["covered by"].startswith("站前街道党工委 (D220202006000), 党员 ")
    assert facts["powers"].startswith("下放权力 20, 行政执法事项 22, 赋予职权 5, ")


@pytest.mark.parametrize(("command", "route"), [("responsible", "responsible?page_size=1000"), ("profile", "profile")])
def test_json_is_what_the_api_answers(ask: Ask, mini: Engine, command: str, route: str) -> None:
    answered: Any = TestClient(create_app(mini)).get(f"/v1/areas/{GRID}/{route}").json()

    assert json.loads(ask(command, GRID, "--json").stdout) == answered


@pytest.mark.parametrize("command", ["responsible", "profile"])
def test_what_is_no_area_is_told(ask: Ask, command: str) -> None:
    result = ask(command, "A060")

    assert (result.exit_code, complaints(result.stderr)) == (
        1,
        "Error: No area has the id 'A060'. Look it up by its name with 'wuji find'.\n",
    )
