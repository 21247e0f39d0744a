"""The README and its Chinese twin."""

import re
import tomllib

from doc_pages import READMES, ROOT, fences, headings, prose

UP = "pip install uv && uv run wuji up"
TEST = "pip install uv && uv run --group dev just test"


def lines(path: str) -> list[str]:
    return [line.strip() for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]


def test_the_two_commands_stand_at_the_top_of_both() -> None:
    for readme in READMES:
        code = [line for line in readme.read_text(encoding="utf-8").splitlines() if line.startswith("    ")]
        assert [line.strip() for line in code[:2]] == [UP, TEST]


def test_what_ci_runs_is_the_second_command() -> None:
    assert TEST in lines(".ci/run")


def test_the_first_command_brings_no_test_tool_and_every_recipe_names_the_group_it_needs() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["uv"]["default-groups"] == []
    asked = [
        line for path in ("justfile", ".ci/run", ".pre-commit-config.yaml") for line in lines(path) if "uv run" in line
    ]
    bare = [line for line in asked if not re.search(r"uv run (--locked )?(--group \w+|wuji)", line)]
    assert [line for line in bare if not line.startswith("#")] == []


def test_both_have_the_same_sections() -> None:
    english, chinese = (headings(readme.read_text(encoding="utf-8")) for readme in READMES)
    assert [level for level, _ in english] == [level for level, _ in chinese]


def test_both_have_the_same_code() -> None:
    english, chinese = (readme.read_text(encoding="utf-8") for readme in READMES)
    assert fences(english) == fences(chinese)


def test_both_point_to_the_same_pages() -> None:
    english, chinese = (
        [word.split(")")[0] for word in prose(readme.read_text(encoding="utf-8")).split("](")[1:]] for readme in READMES
    )
    assert {"README.zh-CN.md", *chinese} == {"README.md", *english}
