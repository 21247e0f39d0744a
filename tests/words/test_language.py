"""Which language is spoken: that of WUJI_LANG, else of the locale; a message is said in that of the moment."""

import pytest

from words import Language, counted, either, enumerated, language_of_environment, said, sentences, speaking


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.EN),
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LANG": "zh"}, Language.ZH),
        ({"LANG": "C.UTF-8"}, Language.EN),
        ({"LANG": "fr_FR.UTF-8"}, Language.EN),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN"}, Language.ZH),
        ({"LANG": "zh_CN", "LC_MESSAGES": "en_US"}, Language.EN),
        ({"LANG": "zh_CN", "LC_ALL": ""}, Language.ZH),
        ({"LANG": "zh_CN.UTF-8", "WUJI_LANG": "en"}, Language.EN),
        ({"LANG": "en_US.UTF-8", "WUJI_LANG": "zh"}, Language.ZH),
        ({"WUJI_LANG": "zh_CN"}, Language.ZH),
        ({"WUJI_LANG": "ZH-Hans"}, Language.ZH),
        ({"WUJI_LANG": "", "LANG": "zh_CN"}, Language.ZH),
    ],
)
def test_the_setting_goes_before_the_locale(environment: dict[str, str], language: Language) -> None:
    assert language_of_environment(environment) is language


def test_a_message_is_said_in_the_language_of_the_moment() -> None:
    message = said("No {noun} has the id {id!r}.", noun=said("area"), id="X1")
    assert str(message) == "No area has the id 'X1'."
    with speaking(Language.ZH):
        assert str(message) == "没有编号为 'X1' 的辖区。"
    assert str(message) == "No area has the id 'X1'."


def test_an_error_is_said_in_the_language_of_whoever_reads_it() -> None:
    error = ValueError(said("Nothing is served here"))
    with speaking(Language.ZH):
        assert str(error) == "此地址没有内容"
    assert str(error) == "Nothing is served here"


def test_one_and_several_differ_in_english_alone() -> None:
    def faults(number: int) -> str:
        return str(
            counted(
                "The data set has {number} fault; nothing is loaded.",
                "The data set has {number} faults; nothing is loaded.",
                number,
            )
        )

    assert faults(1) == "The data set has 1 fault; nothing is loaded."
    assert faults(2) == "The data set has 2 faults; nothing is loaded."
    with speaking(Language.ZH):
        assert faults(1) == "数据集有 1 处错误；没有导入任何内容。"


def test_what_stands_between_depends_on_the_language() -> None:
    both = (enumerated(["a", "b", "c"]), either(["a", "b"]), sentences([said("Nothing is served here"), said("none")]))
    assert [*map(str, both)] == ["a, b, c", "a or b", "Nothing is served here none"]
    with speaking(Language.ZH):
        assert [*map(str, both)] == ["a、b、c", "a 或 b", "此地址没有内容无"]


def test_a_brace_is_a_brace_where_there_are_no_parameters() -> None:
    assert str(said("{}{")) == "{}{"
