"""Commands speak Chinese to whoever has it set, or has a Chinese locale: pages of help, answers, mistakes and faults."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.commands import PLACES
from cli.main import main
from docs.catalogues import read
from graph.engines import Engine
from graph.vocabulary import MODEL, Kind, Relationship
from seed_data.builtin import write_data_set
from tests.cli.commands import Wuji, command, wuji_environment

Ask = Callable[..., Result]

_HELP = [[name] for name in PLACES] + [["neo4j", name] for name in ("start", "stop", "status")] + [[]]
# What is typed, what stands in the data, and names of programs.
_TYPED = re.compile(
    r"'[^']*'|`[^`]*`|https?://\S+|\S*/\S*|--?[a-z][a-z-]*|WUJI_\w+=?\S*|\S+\.(?:csv|toml|md|zip)|^ *wuji .*|[A-Z_]*:VALUE|KEY[<>]VALUE|\(\w+\)",
    re.MULTILINE,
)
_WORDS_OF_WUJI = {
    word
    for message in read()
    for text in ([message.id] if isinstance(message.id, str) else message.id)
    for word in re.findall(r"\b[a-z]{3,}\b", re.sub(r"\{[^}]*\}", " ", _TYPED.sub(" ", text)))
} - {"wuji", "jilin", "mini", "bolt", "true", "false", "enterprise", "synthetic"}


# What has no language: commands, keys of properties, and what the figures of the data set are called.
_KEYS = {*PLACES, "start", "stop", "code", "category", "communities", "grids", "alliances", "steps"} | {
    prop.key for model in MODEL.values() for prop in model.properties
}


def english(text: str) -> set[str]:
    """The words of English sentences of ours that a text holds."""
    told = {*re.findall(r"\b[a-z]{3,}\b", _TYPED.sub(" ", re.sub("用法：.*", "", text)))}
    return (told & _WORDS_OF_WUJI) - _KEYS


@pytest.fixture
def ask(own: dict[str, str], mini: Engine) -> Ask:
    """Ask `mini` in Chinese by a command in this process."""
    assert mini is not None
    return lambda *arguments: CliRunner(env={**own, "WUJI_LANG": "zh"}).invoke(main, arguments)


@pytest.mark.parametrize("path", _HELP, ids=" ".join)
def test_help_is_chinese(path: list[str]) -> None:
    shown = CliRunner(env={"WUJI_LANG": "zh"}).invoke(main, [*path, "--help"])
    assert shown.exit_code == 0
    assert shown.stdout.startswith("用法：")
    assert "选项：" in shown.stdout
    assert english(shown.stdout) == set()


@pytest.mark.parametrize("path", _HELP, ids=" ".join)
def test_help_is_english_where_that_is_set(path: list[str]) -> None:
    shown = CliRunner(env={"WUJI_LANG": "en", "LANG": "zh_CN.UTF-8"}).invoke(main, [*path, "--help"])
    assert shown.stdout.startswith("Usage: ")
    assert not re.search("[，。：]", re.sub(r"wuji .*|as 社区.*", "", shown.stdout, flags=re.DOTALL))


def test_a_line_of_chinese_help_fits_its_width() -> None:
    from cli.help_pages import cells, folded

    for text in (
        "按名称、拼音、首字母、编号、代码或地址查找现行的内容。" * 5,
        "Words of English, " * 9,
        "中 a 文b。" * 30,
    ):
        lines = folded(text, 40)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(cells(line) <= 42 for line in lines)
        assert not any(line[0] in "，。、" for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ("find", "站前"),
        ("find", "站前", "--limit", "2"),
        ("find", "没有这样的名称齉齉"),
        ("find", "站前", "--kind", "党建联盟"),
        ("list", "职务", "--lacks", "HOLDS"),
        ("list", "Grid", "--area", "220202006001"),
        ("show", "D220202006001"),
        ("show", "220202006001001"),
        ("show", "U0014"),
        ("show", "A060"),
        ("tree", "D220202006001", "--max-depth", "1"),
        ("members", "A060"),
        ("members", "A060", "--scope", "transitive"),
        ("path", "D220202006001001", "U0014"),
        ("path", "D220202006001001", "U0014", "--max-length", "1"),
        ("responsible", "220202006001001"),
        ("profile", "220202006000"),
        ("reconcile",),
        ("dataset",),
    ],
)
def test_answers_are_chinese(ask: Ask, arguments: tuple[str, ...]) -> None:
    shown = ask(*arguments)
    assert shown.exit_code in {0, 1}, shown.output
    labels = {*Kind, *Relationship}
    assert english(" ".join(word for word in shown.output.split() if word not in labels)) == set()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nothing",), "错误：没有命令 'nothing'。"),
        (("find",), "错误：缺少参数 '文本...'"),
        (("find", "a", "--limt", "3"), "错误：没有选项 '--limt'。"),
        (("find", "a", "--limit", "99"), "'--limit' 的值有误：99 不在范围 1<=x<=50 之内。"),
        (("find", "a", "--limit", "x"), "'x' 不是有效的"),
        (("find", "a", "--kind"), "选项 '--kind' 要有值。"),
        (("find", "a", "--kind", "齉"), "类型 的值有误：'齉' 不在下列之中"),
        (("find", " "), "内容为空，或不是 UTF-8 编码的纯文本。"),
        (("find", "a", "--json", "--csv", "-"), "--json 和 --csv 只能选一个。"),
        (("list", "Grid", "--lacks", "NOTHING"), "不在下列之中"),
        (("list", "Grid", "--where", "a"), "条件的写法是 KEY:VALUE"),
        (("list", "Grid", "--where", "a:1"), "Grid 没有这个属性"),
        (("members", "U0014"), "没有成员"),
        (("tree", "U0014"), "不在任何层级树中"),
        (("show", "NOPE"), "没有编号为 'NOPE' 的实体。请用 'wuji find' 按名称查找。"),
        (("path", "NOPE", "U0014"), "没有编号为 'NOPE' 的实体。"),
        (("profile", "NOPE"), "没有编号为 'NOPE' 的辖区。"),
        (("dataset", "--to", "x"), "请写明要写出哪个数据集"),
        (("dataset", "nothing", "--to", "x"), "没有名为 'nothing' 的内置数据集"),
        (("show", "A060", "U0014"), "多出了参数"),
    ],
)
def test_mistakes_are_told_in_chinese(ask: Ask, arguments: tuple[str, ...], told: str) -> None:
    shown = ask(*arguments)
    assert shown.exit_code in {1, 2}
    assert told in shown.stderr
    labels = {*Kind, *Relationship}
    assert english(" ".join(word for word in shown.stderr.split() if word not in labels)) == set()


def test_what_programs_read_has_no_language(ask: Ask, own: dict[str, str]) -> None:
    for arguments in (("show", "A060", "--json"), ("find", "站前", "--json"), ("status", "--json")):
        chinese = ask(*arguments)
        assert chinese.stdout == CliRunner(env=own).invoke(main, arguments).stdout
        assert json.loads(chinese.stdout)


def test_the_locale_decides_where_nothing_is_set(tmp_path: Path) -> None:
    def told(**environment: str) -> str:
        kept = {
            name: value for name, value in wuji_environment(tmp_path).items() if name not in {"WUJI_LANG", "LC_ALL"}
        }
        run = subprocess.run(
            command("status"), env={**kept, **environment}, capture_output=True, encoding="utf-8", check=True
        )
        return run.stdout

    assert "Neo4j does not run" in told(LANG="C.UTF-8")
    assert "Neo4j 没有运行" in told(LANG="zh_CN.UTF-8")
    assert "Neo4j does not run" in told(LANG="zh_CN.UTF-8", LC_ALL="en_US.UTF-8")
    assert "Neo4j 没有运行" in told(LANG="en_US.UTF-8", WUJI_LANG="zh")


def test_a_setting_that_cannot_be_used_is_told_in_chinese(wuji: Wuji) -> None:
    shown = wuji("status", WUJI_LANG="zh", WUJI_PORT="99999", WUJI_ENGINE="x", WUJI_ALLOWED_HOSTS="http://a")
    assert shown.returncode == 1
    for told in (
        "设置无法使用",
        "WUJI_PORT='99999'：应小于或等于 65535",
        "WUJI_ENGINE='x'：应为 'bolt'、'py2neo'",
        "不是主机名",
    ):
        assert told in shown.stderr
    assert english(shown.stderr) == set()
    assert "WUJI_LANG='fr': it takes zh or en" in wuji("status", WUJI_LANG="fr", LANG="C").stderr


def test_faults_of_a_data_set_are_told_in_chinese(wuji: Wuji, tmp_path: Path) -> None:
    folder = tmp_path / "city"
    write_data_set("mini", folder)
    areas = folder / "areas.csv"
    lines = areas.read_text("utf-8").splitlines()
    lines[3] = lines[3].replace(",", "，", 2)
    lines.append("220202006999,Gird,,220202006000,12345678901234567890E+1,,synthetic,2022-13-01,2099-01-01")
    lines.append(lines[1])
    areas.write_text("\n".join(lines), "utf-8")
    (folder / "orgs.csv").unlink()
    (folder / "units.csv").write_bytes("编号,名称\n1,站前".encode("gb18030"))
    description = folder / "dataset.toml"
    description.write_text(description.read_text("utf-8").replace("first_day", "first_dai"), "utf-8")

    shown = wuji("seed", "--dataset", str(folder), WUJI_LANG="zh")

    assert shown.returncode == 1
    assert re.search(r"数据集有 \d+ 处错误；没有导入任何内容。", shown.stderr)
    assert "应为：" in shown.stderr
    columns = {
        "key",
        "column",
        "kind",
        "name",
        "parent_id",
        "line",
        "category",
        "title",
        "code",
        "role",
        "source",
        "statement",
        "note",
        "areas",
        "lines",
    }
    assert english(shown.stderr) - columns == set()


def test_the_end_before_anything_was_done_is_told_in_chinese() -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import cli.main, cli.entry\ndef end(): raise KeyboardInterrupt\ncli.main.main = end\ncli.entry.main()",
        ],
        env={"WUJI_LANG": "zh", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (130, "错误：尚未开始就被中止。\n")
