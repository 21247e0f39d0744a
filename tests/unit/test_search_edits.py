"""One slip of the hand, and nothing more."""

import pytest

from graph.search.edits import Slip, is_slip_of, mended, slip
from graph.search.syllables import whole_syllables
from graph.search.terms import counted


@pytest.mark.parametrize(
    ("asked", "name", "kind"),
    [
        ("站钱社区", "站前社区", Slip.WRONG),
        ("站社前区", "站前社区", Slip.SWAPPED),
        ("站前前社区", "站前社区", Slip.DOUBLED),
        ("站前大社区", "站前社区", Slip.EXTRA),
        ("站社区", "站前社区", Slip.MISSING),
        ("站钱社区", "站前社区第一网格", Slip.WRONG),
        ("站钱社区", "新站前社区", Slip.WRONG),
        ("占钱社区", "站前社区", None),
        ("新华社区第九十九网格", "新华社区第十九网格", None),
        ("新华社区二网格", "新华社区三网格", None),
        ("新华社区网格", "新华社区三网格", None),
    ],
)
def test_one_slip_is_told(asked: str, name: str, kind: Slip | None) -> None:
    found = slip(counted(asked), counted(name))
    assert (found[0] if found else None) == kind


@pytest.mark.parametrize("letters", ["zhanqain", "zhanqiann", "zhanqan", "zanqian", "zhamqian"])
def test_pinyin_is_mended(letters: str) -> None:
    assert "zhanqian" in {meant for _, meant in mended(letters)}


def test_syllables_are_those_that_are_spoken() -> None:
    assert whole_syllables("zhanqian") == ("zhan", "qian")
    assert whole_syllables("zhanqain") == ()


def test_a_slip_of_a_whole_name_is_none_of_a_part_of_it() -> None:
    assert is_slip_of(counted("新华华社区"), counted("新华社区"))
    assert not is_slip_of(counted("新华社区"), counted("新华社区"))
    assert not is_slip_of(counted("站社区"), counted("车站社区"))
    assert not is_slip_of(counted("站前新华社区"), counted("新华社区"))
