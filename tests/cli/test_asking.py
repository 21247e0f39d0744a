"""``wuji find``, ``show``, ``tree``, ``members`` and ``path`` on `mini`: what people read, and what programs take."""

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, LiteralString

import pytest
from click.testing import CliRunner, Result
from fastapi.testclient import TestClient

from api.app import create_app
from cli.main import main
from graph.engines import Engine
from graph.questions import trees
from seed_data.builtin import write_data_set
from tests.cli.commands import Wuji, command, complaints, wuji_environment
from tests.suite import Graph

ORG, GRID, ALLIANCE, UNIT = "D220202006001", "220202006001001", "A060", "U0014"
HOUSEHOLD = "D22020200600100100001-1"

Ask = Callable[..., Result]


@pytest.fixture
def ask(own: dict[str, str], mini: Engine) -> Ask:
    """Ask `mini` by a command in this process."""
    assert mini is not None
    return lambda *arguments: CliRunner(env=own).invoke(main, arguments)


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


@pytest.mark.parametrize(
    ("id", "facts"),
    [
        (
            ORG,
            {
                "kind": "社区党组织 (CommunityOrg)",
                "title": "社区党委",
                "tier": "2",
                "stands": "since 2022-12-31",
                "source": "synthetic",
                "under": "站前街道党工委 (D220202006000) → 昌邑区委 → 吉林市委",
                "covers": "新华社区 (220202006001)",
                "leads": "新华社区党建联盟 (A061)",
            },
        ),
        ("D220200000000", {"under": "nothing", "covers": "吉林市 (220200000000)"}),
        (
            GRID,
            {
                "in": "新华社区 (220202006001) → 站前街道 → 昌邑区 → 吉林市",
                "covered by": "新华社区第一网格党支部 (D220202006001001)",
                "parts": "2: 楼 2",
            },
        ),
        ("220202006002006", {"covered by": "nothing"}),
        (
            ALLIANCE,
            {
                "led by": "站前街道党工委 (D220202006000)",
                "guided by": "昌邑区党建联盟工作领导小组 (L02)",
                "guides": "新华社区党建联盟 (A061)",
                "memberships": "14; 45 with those of the alliances it guides",
            },
        ),
        (
            UNIT,
            {
                "category": "机关部门 (department)",
                "line": "公安",
                "member of": "站前街道党建联盟 (A060), 成员单位 since 2022-12-31",
            },
        ),
    ],
)
def test_a_record_is_shown_with_what_is_around_it(ask: Ask, id: str, facts: dict[str, str]) -> None:
    _, *shown = lines(ask("show", id))
    said = dict(line.strip().split("  ", 1) for line in shown if "  " in line.strip())

    assert {about: said[about].strip() for about in facts} == facts
    assert said["id"].strip() == id


def test_what_ended_is_shown_with_what_it_last_hung_on(
    wuji: Wuji, own: dict[str, str], empty: Engine, tmp_path: Path
) -> None:
    assert empty is not None
    write_data_set("mini", tmp_path / "city")
    orgs = tmp_path / "city" / "orgs.csv"
    with orgs.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["id"] == HOUSEHOLD)["valid_to"] = "2024-05-01"
    with orgs.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert wuji("seed", "--dataset", str(tmp_path / "city"), **own).returncode == 0
    runner = CliRunner(env=own)
    shown, drawn, joined = (
        runner.invoke(main, arguments).stdout
        for arguments in (["show", HOUSEHOLD], ["tree", HOUSEHOLD], ["path", HOUSEHOLD, ORG])
    )

    assert "from 2022-12-31, no longer on 2024-05-01" in shown
    assert "last under" in shown
    assert "新华社区第一网格临街1号楼党小组 (D22020200600100100001) → 新华社区第一网格党支部" in shown
    assert drawn.rstrip().endswith(f"{HOUSEHOLD}  ended 2024-05-01")
    assert joined.startswith("No path of at most 12 relationships joins")


def test_a_list_has_its_kinds_properties_under_their_chinese_names(ask: Ask) -> None:
    shown = ask("list", "网格党支部", "--area", "220202006001001", "--csv", "-").stdout
    head, row, *_ = csv.reader(shown.removeprefix("\ufeff").splitlines())
    said = dict(zip(head, row, strict=True))

    assert said["编号"] == "D220202006001001"
    assert said["党员数"] == "29"
    assert said["负责"] == '="220202006001001"'
    assert head[-2:] == ["负责", "隶属"]


def test_a_post_is_shown_with_its_properties_and_who_holds_it(ask: Ask) -> None:
    shown = ask("show", "PD220202006000-1").stdout

    assert "书记 (secretary)" in shown
    assert "→ 属于" in shown
    assert "← 任职" in shown


def test_a_tree_names_each_node_once_below_its_superior(ask: Ask, mini: Engine) -> None:
    shown = lines(ask("tree", ORG))
    ids = [line.split()[-1] for line in shown]

    assert shown[:3] == [
        f"新华社区党委  {ORG}",
        "├── 新华社区第一网格党支部  D220202006001001",
        "│   ├── 新华社区第一网格临街1号楼党小组  D22020200600100100001",
    ]
    assert len({*ids}) == len(ids) == 1 + trees.counts(mini, trees.ORGS, id=ORG).value.total


def test_a_tree_says_where_it_was_cut(ask: Ask) -> None:
    first, *below, note = lines(ask("tree", "220202006001", "--max-depth", "1"))

    assert first == "新华社区  220202006001"
    assert {line[-2:] for line in below} == {" …"}
    assert "--max-depth" in note


def test_a_tree_too_large_is_refused_with_how_to_narrow_it(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "MAX_TREE_NODES", 100)
    refused = ask("tree", ORG)

    assert refused.exit_code == 1
    assert "--max-depth" in refused.stderr


def test_members_are_listed_below_each_other(ask: Ask) -> None:
    about, head, *members = lines(ask("members", ALLIANCE))

    assert about == "站前街道党建联盟 (A060): 14 memberships of 14 units"
    assert head.split() == ["id", "name", "category", "line", "role", "since"]
    assert members[0].split() == [UNIT, "吉林市公安局昌邑分局", "机关部门", "公安", "成员单位", "2022-12-31"]
    assert len(members) == 14


def test_members_of_several_alliances_say_which(ask: Ask) -> None:
    about, head, *members = lines(ask("members", ALLIANCE, "--scope", "transitive"))

    assert about.startswith("站前街道党建联盟 (A060): 45 memberships of ")
    assert head.split()[-1] == "alliance"
    assert {line.split()[-1] for line in members} == {"A060", "A061", "A062", "A063", "A064", "A065", "A066"}


def test_members_are_written_for_excel(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    assert lines(ask("members", ALLIANCE, "--csv", str(file))) == []
    head, first, *rest = csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))

    assert head == ["id", "name", "category", "line", "role", "since", "alliance"]
    assert first == [UNIT, "吉林市公安局昌邑分局", "机关部门", "公安", "成员单位", "2022-12-31", ALLIANCE]
    assert len(rest) == 13
    assert ask("members", ALLIANCE, "--csv", "-").stdout_bytes == file.read_bytes()


def test_figures_are_written_for_excel(ask: Ask) -> None:
    written = ask("reconcile", "--csv", "-").stdout_bytes.decode("utf-8-sig")
    head, *figures = csv.reader(io.StringIO(written, newline=""))

    assert head == ["figure", "published", "counted", "difference", "verdict", "phrase", "note"]
    assert [(line["key"], str(line["published"])) for line in json.loads(ask("reconcile", "--json").stdout)] == [
        (key, published) for key, published, *_ in figures
    ]


def test_what_is_found_is_told_apart_by_where_it_is(ask: Ask) -> None:
    head, *found = lines(ask("find", "新华社区第一网格", "--kind", "Grid"))

    assert head.split("  ")[0] == "id"
    assert found[0].split() == [
        GRID,
        "网格",
        "新华社区第一网格",
        *["新华社区", "→", "站前街道", "→", "昌邑区", "→", "吉林市"],
    ]


def test_words_need_no_quotes(ask: Ask) -> None:
    assert lines(ask("find", "站前街道", "新华社区")) == lines(ask("find", "站前街道 新华社区"))


def test_what_is_found_is_written_for_excel(ask: Ask) -> None:
    written = ask("find", "新华社区第一网格", "--csv", "-").stdout_bytes.decode("utf-8-sig")

    assert [*csv.reader(io.StringIO(written, newline=""))][1][:2] == [f'="{GRID}"', "网格"]


@pytest.mark.parametrize("name", ["Neighbourhood", "社区（村）", "社区", "村"])
def test_a_kind_has_the_names_that_tables_show_and_short_ones(ask: Ask, name: str) -> None:
    _, *found = lines(ask("find", "新华", "--kind", name))

    assert {line.split()[1] for line in found} == {"社区（村）"}


def test_more_than_the_limit_is_said_when_there_is_more(ask: Ask) -> None:
    all_of_it = lines(ask("find", "新华社区第一网格", "--kind", "网格"))
    assert len(all_of_it) == 2
    assert lines(ask("find", "新华社区第一网格", "--kind", "网格", "--limit", "1")) == all_of_it

    *found, note = lines(ask("find", "新华", "--limit", "2"))
    assert len(found) == 3
    assert "--limit" in note
    assert len(json.loads(ask("find", "新华", "--limit", "2", "--json").stdout)["items"]) == 2


def test_at_the_highest_limit_it_is_not_told_to_raise_it(ask: Ask) -> None:
    *found, note = lines(ask("find", "网格", "--limit", "50"))

    assert len(found) == 51
    assert "first 50" in note
    assert "--limit" not in note


def test_nothing_found_is_an_answer(ask: Ask) -> None:
    assert lines(ask("find", "没有这个地方")) == ["Nothing that stands today is found by 没有这个地方."]


def test_a_path_is_drawn_as_its_relationships_point(ask: Ask) -> None:
    assert [line.split() for line in lines(ask("path", "220202006001001", "A061"))[1:]] == [
        ["220202006001001", "新华社区第一网格", "网格"],
        ["-WITHIN->", "220202006001", "新华社区", "社区（村）"],
        ["<-COVERS-", ORG, "新华社区党委", "社区党组织"],
        ["-LEADS->", "A061", "新华社区党建联盟", "党建联盟"],
    ]


def test_no_path_short_enough_is_an_answer(ask: Ask) -> None:
    assert lines(ask("path", UNIT, ORG, "--max-length", "1")) == [
        f"No path of at most 1 relationships joins {UNIT} and {ORG} today."
    ]


@pytest.mark.parametrize(
    ("arguments", "route"),
    [
        (["show", ORG], f"entities/{ORG}"),
        (["show", UNIT], f"entities/{UNIT}"),
        (["tree", ORG, "--max-depth", "2"], f"orgs/{ORG}/tree?max_depth=2"),
        (["tree", "220202006001"], "areas/220202006001/tree"),
        (["members", ALLIANCE, "--scope", "transitive"], f"alliances/{ALLIANCE}/members?scope=transitive"),
        (["find", "新华", "--limit", "5"], "search?q=新华&limit=5"),
        (["find", "新华", "--kind", "Alliance"], "search?q=新华&kind=Alliance"),
        (["path", GRID, UNIT], f"paths?from={GRID}&to={UNIT}"),
        (
            ["list", "职务", "--lacks", "HOLDS", "--area", "220202006004"],
            "entities?kind=Post&lacks=HOLDS&area_id=220202006004",
        ),
        (["list", "Grid", "--related-to", "220202006001"], "entities?kind=Grid&related_to=220202006001"),
        (
            ["list", "GridBranch", "--where", "members>40", "--where", "next_election<2027-01-01"],
            "entities?kind=GridBranch&where=members>40&where=next_election<2027-01-01",
        ),
        (["path", GRID, UNIT, "--max-length", "1"], f"paths?from={GRID}&to={UNIT}&max_length=1"),
    ],
)
def test_json_is_what_the_api_answers(ask: Ask, mini: Engine, arguments: list[str], route: str) -> None:
    answered: Any = TestClient(create_app(mini)).get(f"/v1/{route}").json()

    assert json.loads("\n".join(lines(ask(*arguments, "--json")))) == answered


@pytest.mark.parametrize("arguments", [["show", "X1"], ["tree", "X1"], ["members", "X1"], ["path", UNIT, "X1"]])
def test_an_unknown_id_is_named_with_how_to_find_one(ask: Ask, arguments: list[str]) -> None:
    refused = ask(*arguments)

    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "'X1'" in refused.stderr
    assert "wuji find" in refused.stderr


@pytest.mark.parametrize("arguments", [["tree", ALLIANCE], ["tree", UNIT], ["members", UNIT], ["members", ORG]])
def test_what_has_no_such_answer_is_led_on(ask: Ask, arguments: list[str]) -> None:
    refused = ask(*arguments)

    assert refused.exit_code == 1
    assert f"wuji show {arguments[1]}" in refused.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", ""],
        ["show", " "],
        ["show", "\udcff"],
        ["path", UNIT, "a\nb"],
        ["path", UNIT, ORG, "--max-length", "13"],
        ["tree", ORG, "--max-depth", "0"],
        ["members", ALLIANCE, "--json", "--csv", "-"],
        ["reconcile", "--json", "--csv", "-"],
        ["list", "Post", "--json", "--csv", "-"],
        ["list", "Post", "--lacks", "WAS_HOLDS"],
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is(arguments: list[str]) -> None:
    assert CliRunner(env={"WUJI_NEO4J_URI": "bolt://127.0.0.1:1"}).invoke(main, arguments).exit_code == 2


@pytest.mark.parametrize(
    "arguments", [["Posts"], ["Post", "--where", "rank:head"], ["Grid", "--where", "category:head"]]
)
def test_what_the_data_set_has_no_word_for_is_a_wrong_use(ask: Ask, arguments: list[str]) -> None:
    assert ask("list", *arguments).exit_code == 2


@pytest.mark.parametrize("arguments", [["show", ORG], ["reconcile"]])
def test_a_home_without_a_graph_is_told_how_to_get_one(wuji: Wuji, tmp_path: Path, arguments: list[str]) -> None:
    refused = wuji(*arguments)

    assert refused.returncode == 1
    assert "wuji up" in refused.stderr
    assert not (tmp_path / "home").exists()


def test_an_empty_graph_says_how_to_fill_it(wuji: Wuji, own: dict[str, str], empty: Engine) -> None:
    assert empty is not None
    refused = wuji("tree", ORG, **own)

    assert refused.returncode == 1
    assert "wuji seed" in refused.stderr


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ("MATCH (c:Revision) REMOVE c.terms_form", "An earlier release loaded this graph"),
        ("MATCH (d:DataSet) SET d.loading = 'another state'", "A load was broken off"),
    ],
)
def test_what_answers_lack_is_said_with_what_mends_it(
    wuji: Wuji, own: dict[str, str], empty: Engine, graph: Graph, done: LiteralString, said: str
) -> None:
    assert empty is not None
    assert wuji("seed", "--dataset", "mini", **own).returncode == 0
    with graph.driver.session(database=graph.address.database) as session:
        session.run(done).consume()
    runner = CliRunner(env=own)
    lacking = runner.invoke(main, ["find", UNIT])
    assert wuji("seed", "--dataset", "mini", **own).returncode == 0
    mended = runner.invoke(main, ["find", UNIT])

    assert lacking.exit_code == mended.exit_code == 0
    assert lacking.stderr.startswith(said)
    assert "'wuji seed --dataset mini'" in lacking.stderr
    assert (lacking.stdout, "") == (mended.stdout, complaints(mended.stderr))


@pytest.mark.parametrize("arguments", [["tree", ORG], ["members", ALLIANCE], ["show", ORG, "--json"]])
def test_a_reader_that_has_had_enough_is_no_error(
    own: dict[str, str], mini: Engine, tmp_path: Path, arguments: list[str]
) -> None:
    assert mini is not None
    reader, writer = os.pipe()
    os.close(reader)
    environment = wuji_environment(tmp_path, **own)
    ended = subprocess.run(
        command(*arguments), env=environment, stdout=writer, stderr=subprocess.PIPE, timeout=120, check=False
    )
    os.close(writer)

    assert complaints(ended.stderr.decode()) == ""


def test_a_pipe_gets_utf_8_whatever_the_system_writes(wuji: Wuji, own: dict[str, str], mini: Engine) -> None:
    assert mini is not None
    # What Python would write to a pipe on a Windows of the West.
    assert "新华社区党委" in wuji("show", ORG, PYTHONIOENCODING="cp1252", **own).stdout
    assert "新华社区党委" in wuji("show", ORG, "--json", PYTHONIOENCODING="cp1252", **own).stdout
