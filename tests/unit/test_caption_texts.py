"""Captions: a name without what it is inside, broken where a line may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.captions import caption
from graph.vocabulary import PEOPLE, Kind

NAMES = st.text("吉林市新华街道站前社区第一网格党支部3号楼ABC（）", min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("kind", "name", "inside", "written"),
    [
        (Kind.GRID_BRANCH, "站前社区第一网格党支部", ["新华街道", "站前社区"], "第一网格 党支部"),
        (Kind.GRID_BRANCH, "新华街道站前社区第一网格党支部", ["新华街道", "站前社区"], "第一网格 党支部"),
        (Kind.BUILDING_GROUP, "站前社区第二网格临街2号楼党小组", ["站前社区", "站前社区第二网格"], "临街2号楼 党小组"),
        (Kind.MEMBER_HOUSEHOLD, "1号楼12单元党员中心户", ["1号楼"], "12单元 党员 中心户"),
        (Kind.STREET_COMMITTEE, "新华街道党工委", ["昌邑区"], "新华街道 党工委"),
        (Kind.POST, "吉林市委书记", ["吉林市委", "吉林市"], "书记"),
        (Kind.NEIGHBOURHOOD, "新城社区", ["新城"], "新城社区"),
        (Kind.GRID, "站前社区", ["站前社区"], "站前社区"),
        (Kind.UNIT, "中国农业银行吉林南宁支行", [], "中国农业 银行吉林 南宁支行"),
        (Kind.NEIGHBOURHOOD, "两家子村（天岗石材开发区）（省级）", [], "两家子村 （天岗 石材开发区） （省 级）"),
    ],
)
def test_a_caption_is_the_name_without_those_of_what_it_is_inside(
    kind: Kind, name: str, inside: list[str], written: str
) -> None:
    assert caption(kind, name, inside=inside) == written
    assert caption(kind, name, inside=reversed(inside)) == written


@pytest.mark.parametrize("kind", sorted(PEOPLE))
def test_the_caption_of_a_person_is_the_masked_name(kind: Kind) -> None:
    assert caption(kind, "王*", inside=["王"]) == "王*"


@given(name=NAMES, inside=st.lists(NAMES, max_size=3))
def test_a_caption_is_an_end_of_the_name_and_lacks_none_of_it(name: str, inside: list[str]) -> None:
    written = caption(Kind.UNIT, name, inside=inside)
    assert written.replace(" ", "") != ""
    assert name.endswith(written.replace(" ", ""))
    assert "  " not in f" {written} "


@given(name=NAMES)
def test_no_line_of_a_caption_is_long_unless_a_word_is(name: str) -> None:
    lines = caption(Kind.UNIT, name, inside=[]).split(" ")
    assert all(sum(1 for character in line if not character.isascii()) <= 7 for line in lines)


@pytest.mark.parametrize("part", ["党支部", "网格", "社区", "楼", "小区", "）", "（新）", "12单元", "ABC "])
@pytest.mark.parametrize("times", range(1, 15))
def test_a_name_of_parts_that_repeat_is_broken_and_nothing_of_it_lost(part: str, times: int) -> None:
    for kind in (Kind.GRID_BRANCH, Kind.NEIGHBOURHOOD, Kind.BUILDING, Kind.UNIT):
        for name in (part * times, f"新华{part * times}", f"{part * times}1号"):
            lines = caption(kind, name, inside=[])
            assert lines.replace(" ", "") == name.replace(" ", "")
            assert "  " not in lines
            assert lines == lines.strip()
