"""Addresses in graphs that begin elsewhere than at a city: a street, a county, a district, a province, all the country."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from city import City
from store import Store

from graph.search import search
from graph.vocabulary import Kind

# The cities and counties of the country, by the first digits of their codes.
DIVISIONS = Path(__file__).parent / "divisions.csv"
_FIRST_ENDING = re.compile(r".+?(?:街道|[市区县旗州盟镇乡村])")
_LEVELS = [Kind.CITY, Kind.COUNTY, Kind.TOWN, Kind.NEIGHBOURHOOD, Kind.GRID, Kind.BUILDING]


def ids(store: Store, text: str, *, limit: int = 10) -> list[str]:
    return [hit.id for hit in search(store.engine, text=text, kind=None, limit=limit).value]


def bring(store: Store, kinds: list[Kind], *names: str) -> None:
    """Load areas one inside the other, each by its place as its id."""
    city = City()
    for place, (kind, name) in enumerate(zip(kinds, names, strict=True), 1):
        city.area(str(place), kind, str(place - 1) if place > 1 else None)
        city.rename(str(place), name)
    store.bring(city.contents())


def test_a_city_and_a_county_are_told_apart_whatever_their_names_hold(store: Store) -> None:
    city = City()
    with DIVISIONS.open(encoding="utf-8") as lines:
        named = {row["code"]: row["name"] for row in csv.DictReader(lines)}
    for code, name in named.items():
        kind, parent = (Kind.CITY, None) if len(code) == 4 else (Kind.COUNTY, code[:4])
        city.area(code, kind, parent)
        city.rename(code, name)
    store.bring(city.contents())
    pairs = {code: named[code[:4]] + name for code, name in named.items() if len(code) == 6}
    # Cut by the first ending, these come apart elsewhere than between the two names.
    hard = [code for code, text in pairs.items() if _FIRST_ENDING.findall(text) != [named[code[:4]], named[code]]]
    assert len(hard) > 400
    answers = {pairs[code]: ids(store, pairs[code]) for code in hard}
    assert answers == {pairs[code]: [code] for code in hard}


@pytest.mark.parametrize(
    ("kinds", "names", "above"),
    [
        (_LEVELS[:4], ["杭州市", "上城区", "湖滨街道", "青年路社区"], ["", "浙江省", "中国浙江省", "浙江"]),
        (
            _LEVELS[1:5],
            ["武侯区", "簇锦街道", "城乡路社区", "第一网格"],
            ["", "四川省成都市", "四川 成都 ", "成都市", "四川成都"],
        ),
        (_LEVELS[1:4], ["伊宁县", "城镇", "镇郊村"], ["", "新疆维吾尔自治区伊犁哈萨克自治州", "伊犁州"]),
        (_LEVELS[2:4], ["上塘街道", "区府社区"], ["", "浙江省杭州市拱墅区", "杭州市拱墅区"]),
        (_LEVELS[:4], ["浙江省", "杭州市", "上城区", "市场社区"], ["", "中国"]),
        (_LEVELS[:4], ["荆州市", "沙市区", "中山路街道", "乡村花园社区"], ["", "湖北省"]),
        (_LEVELS[:4], ["乐山市", "市中区", "城区街道", "村镇社区"], ["", "四川省"]),
        (_LEVELS[:4], ["上海市", "浦东新区", "林场", "农场社区"], ["", "中国"]),
        (_LEVELS[:4], ["烟台市", "经济技术开发区", "古现街道", "新区社区"], ["", "山东省"]),
        (_LEVELS[:4], ["延边朝鲜族自治州", "和龙市", "西城镇", "金城村"], ["", "吉林省"]),
    ],
)
def test_each_name_is_found_below_the_top_and_what_stands_above_it(
    store: Store, kinds: list[Kind], names: list[str], above: list[str]
) -> None:
    bring(store, kinds, *names)
    for end in range(2, len(names) + 1):
        for start in above:
            assert ids(store, start + "".join(names[:end]), limit=1) == [str(end)], start + "".join(names[:end])
            assert ids(store, start + " ".join(names[:end]), limit=1) == [str(end)]
    for place, (one, other) in enumerate(pairwise(names), 2):
        assert ids(store, one + other, limit=1) == [str(place)]


def test_an_office_of_a_village_is_not_that_of_a_community(store: Store) -> None:
    bring(store, _LEVELS[2:4], "双河镇", "新华村")
    assert ids(store, "双河镇政府", limit=1) == ["1"]
    assert ids(store, "双河镇新华村委会", limit=1) == ["2"]
    assert ids(store, "双河新华村民委员会", limit=1) == ["2"]
    assert ids(store, "双河镇新华居委会") == ["1"]


def test_buildings_that_bear_a_word_before_their_number_are_found(store: Store) -> None:
    bring(store, _LEVELS[2:], "城东街道", "城中社区", "长白小区", "甲1号楼")
    for text in ("长白小区甲1号楼", "城东街道城中社区长白小区甲1号楼2单元301", "城中社区甲1栋", "长白小区 甲1#"):
        assert ids(store, text, limit=1) == ["4"], text
