"""Addresses in graphs that begin elsewhere than at a city: a street, a county, a district, a province, all the country."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from city import City
from store import Store

from graph.search import places, search
from graph.vocabulary import Kind

# The cities and counties of the country, by the first digits of their codes.
DIVISIONS = Path(__file__).parent / "divisions.csv"
# Places that a dictionary of words reads otherwise than they are read.
READ_AS_PLACES = (
    *(
        "万柏林区",
        "繁峙县",
        "克什克腾旗",
        "康巴什区",
        "珲春市",
        "穆棱市",
        "绥棱县",
        "六合区",
        "蚌山区",
        "马尾区",
        "浚县",
    ),
    *("南乐县", "漯河市", "什邡市", "丹棱县", "筠连县", "浪卡子县", "民乐县", "崆峒区", "宕昌县", "乌什县", "阿图什市"),
    *("伽师县", "塔什库尔干塔吉克自治县", "芎林乡"),
)
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


def test_places_are_found_as_they_are_read_by_name_and_in_an_address(store: Store) -> None:
    with Path(places.__file__).with_name("place_readings.csv").open(encoding="utf-8", newline="") as file:
        published = {row["name"]: row["reading"] for row in csv.DictReader(file)}
    city = City()
    city.area("1", Kind.CITY, None)
    city.rename("1", "示例市")
    for place, name in enumerate(READ_AS_PLACES):
        city.area(f"1{place:02}", Kind.COUNTY, "1")
        city.rename(f"1{place:02}", name)
    store.bring(city.contents())
    for place, name in enumerate(READ_AS_PLACES):
        for text in (published[name], published[name].replace(" ", ""), f"示例市 {published[name].replace(' ', '')}"):
            assert f"1{place:02}" in ids(store, text), text


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
        (
            [Kind.PROVINCE, *_LEVELS[:4]],
            ["四川省", "凉山彝族自治州", "会理市", "城北街道", "县府社区"],
            ["", "中国", "中华人民共和国"],
        ),
        (
            [Kind.COUNTRY, Kind.PROVINCE, *_LEVELS[:3]],
            ["中华人民共和国", "河南省", "漯河市", "郾城区", "沙北街道"],
            [""],
        ),
        ([Kind.PROVINCE, Kind.COUNTY, *_LEVELS[2:4]], ["海南省", "陵水黎族自治县", "椰林镇", "城内社区"], ["", "中国"]),
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


@pytest.mark.parametrize(
    ("names", "usual"),
    [
        (["松原市", "前郭尔罗斯蒙古族自治县", "查干湖镇"], "前郭县"),
        (["四平市", "伊通满族自治县", "营城子镇"], "伊通县"),
        (["呼伦贝尔市", "莫力达瓦达斡尔族自治旗", "尼尔基镇"], "莫力达瓦旗"),
        (["临沧市", "双江拉祜族佤族布朗族傣族自治县", "勐库镇"], "双江县"),
        (["大连市", "大连高新技术产业园区", "凌水街道"], "高新区"),
        (["长春市", "长春经济技术开发区", "会展街道"], "经开区"),
    ],
)
def test_a_county_with_a_long_name_is_found_by_its_usual_one(store: Store, names: list[str], usual: str) -> None:
    bring(store, _LEVELS[:3], *names)
    city, _, town = names
    for start in ("", city, f"吉林省{city}"):
        assert ids(store, start + usual, limit=1) == ["2"], start
        assert ids(store, start + usual + town, limit=1) == ["3"], start
    assert ids(store, f"{usual}九龙镇") == ["2"]


def test_a_prefecture_is_found_by_its_usual_name(store: Store) -> None:
    bring(store, [Kind.PROVINCE, *_LEVELS[:3]], "吉林省", "延边朝鲜族自治州", "和龙市", "西城镇")
    for text in (
        "延边州和龙市西城镇",
        "吉林省延边州和龙市西城镇",
        "吉林 延边 和龙 西城",
        "延边朝鲜族自治州和龙市西城镇政府",
    ):
        assert ids(store, text, limit=1) == ["4"], text
    assert ids(store, "吉林省延边州", limit=1) == ids(store, "延边州", limit=1) == ["2"]


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
