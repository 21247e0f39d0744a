"""The README and its Chinese twin."""

from doc_pages import READMES, ROOT, fences, headings, prose

UP = "pip install uv && uv run wuji up"
TEST = "pip install uv && uv run just test"


def lines(path: str) -> list[str]:
    return [line.strip() for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]


def test_the_two_commands_stand_at_the_top_of_both() -> None:
    for readme in READMES:
        code = [line for line in readme.read_text(encoding="utf-8").splitlines() if line.startswith("    ")]
        assert [line.strip() for line in code[:2]] == [UP, TEST]


def test_what_ci_runs_is_the_second_command() -> None:
    assert TEST in lines(".ci/run")


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
