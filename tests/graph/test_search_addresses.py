"""Addresses as people write them, on `jilin`: what they name, and laws for whatever the graph holds."""

import random
from collections.abc import Callable

import pytest

from graph.engines import Engine
from graph.pages import Paging
from graph.questions.lists import Wanted, entities
from graph.search import Hit, search
from graph.vocabulary import Kind

COMMUNITY, GRID, STREET = "220202006001", "220202006001002", "220202006000"
BUILDING, HOUSEHOLD = "22020200600100203001", "D22020200600100203001-2"
"""1号楼 of 长白小区 in 站前街道's 新华社区, and the household of its second stairwell."""


def found(engine: Engine, text: str, *, kind: Kind | None = None, limit: int = 10) -> list[Hit]:
    return search(engine, text=text, kind=kind, limit=limit).value


def first(engine: Engine, text: str) -> str:
    return next((hit.id for hit in found(engine, text, limit=1)), "")


@pytest.mark.parametrize(
    "text",
    [
        "吉林省吉林市昌邑区站前街道新华社区",
        "中国吉林省吉林市昌邑区站前街道新华社区",
        "中华人民共和国 吉林省 吉林市 昌邑区 新华社区",
        "吉林 吉林市 昌邑区 新华社区",
        "吉林吉林昌邑站前新华",
        "昌邑站前新华",
        "站前新华社区",
        "站前街道新华社区居委会",
        "新华社区居民委员会",
        "新华居委会",
        "新华社区，站前街道，昌邑区",
        "132001吉林省吉林市昌邑区站前街道新华社区",
        "昌邑区站前街道（原郊区）新华社区",
        "昌邑区站前街道新华社区北侧",
        "新华社区对面",
        "站前街道新华社区附近50米",
        "昌邑区解放大路108号新华社区",
        "昌邑区站前街道新华社区解放大路108号",
        "昌邑区站前街道新华社区喜洋洋小区3号楼2单元301室",
        "新华社区（站前街道）",
        "【站前街道】新华社区",
        "昌邑区解放大路108号（站前街道新华社区）",
        "站前街道的新华社区",
        "站前街道→新华社区",
        "站前街道新华社区解放大路108号3楼",
        "站前街道新华社区居委会二楼",
        "昌邑区人民政府站前街道办事处新华社区居委会",
        "昌邑区委站前街道党工委新华社区居委会",
        "站前街道新华社区三组",
        "站前街道新华社区 张三（收） 13804321234",
        "昌邑区 zhanqianjiedao 新华社区",
        "昌邑区站前街道 xinhuashequ",
    ],
)
def test_a_community_is_found_by_what_is_known_of_its_address(jilin: Engine, text: str) -> None:
    assert first(jilin, text) == COMMUNITY


@pytest.mark.parametrize(
    "text",
    [
        "站前街道办事处",
        "站前街道办",
        "站前办事处",
        "站前办",
        "站前街道办事处二楼",
        "站前街道(昌邑区)",
        "吉林省吉林市昌邑区站前街道",
        "昌邑站前",
        "昌邑区站前街道解放大路108号",
        "昌邑区 站前街道 解放大路与中康路交汇",
    ],
)
def test_an_office_and_a_road_stand_for_the_street(jilin: Engine, text: str) -> None:
    assert first(jilin, text) == STREET


@pytest.mark.parametrize(
    "flat",
    [
        "1号楼2单元301室",
        "1号楼2单元 301室",
        "1号楼 2单元 301",
        "1号楼2单元301、302室",
        "1号楼2单元301室，302室",
        "1号楼2单元负一层",
        "1号楼2单元地下室",
        "1号楼2单元3楼",
        "1号楼2单元三楼东户",
        "1号楼2单元B1",
        "1号楼2门",
        "1号楼2门洞301",
        "1号楼二单元",
        "1-2-301",
        "1-2-301室",
        "1#2单元301",
        "1#楼2单元",
        "1栋2-301",
        "1幢2单元",
        "1座2单元",
        "第1栋2单元",
        "１号楼２单元３０１室",
        "１－２－３０１",
        "1/2/301",
        "1 号 楼 2 单 元 301 室",
        "壹号楼贰单元",
        "1号楼2单元301和302室",
        "1号楼2单元301室 张三",
        "1号楼2单元3号车库",
        "1号楼2单元6楼阁楼",
        "1号楼2单元102商铺",
        "1号楼2单元A301",
        "1号楼（2单元301室）",
    ],
)
def test_a_flat_leads_to_its_stairwell_however_it_is_written(jilin: Engine, flat: str) -> None:
    assert first(jilin, f"新华社区长白小区{flat}") == HOUSEHOLD


@pytest.mark.parametrize(
    "part",
    ["1号楼", "1#", "1#楼", "1栋", "1-301", "1号楼301", "1号楼3楼", "1号楼3层", "1号楼-1层", "1号楼地下室", "一号楼"]
    + ["1 号楼", "1号楼门市", "1号楼底商3号", "1号楼 张三", "1号楼东数第三门", "1号楼顶层", "1号楼（东侧）"],
)
def test_a_storey_leads_to_its_building(jilin: Engine, part: str) -> None:
    for start in ("新华社区长白小区", "吉林省吉林市昌邑区站前街道新华社区长白小区", "站前 新华 长白小区 "):
        assert first(jilin, start + part) == BUILDING


@pytest.mark.parametrize(
    "several",
    ["1、2号楼", "1号楼、2号楼", "1号楼和2号楼", "1号楼至2号楼", "1-2号楼", "一、二号楼", "1栋，2栋", "1#、2#楼"],
)
def test_of_several_buildings_each_is_found(jilin: Engine, several: str) -> None:
    hits = found(jilin, f"新华社区长白小区{several}")
    assert [hit.id for hit in hits[:2]] == [BUILDING, "22020200600100203002"]


def test_of_several_stairwells_and_grids_each_is_found(jilin: Engine) -> None:
    for text in ("1号楼1、2单元", "1号楼1单元和2单元", "1号楼1单元2单元"):
        ids = [hit.id for hit in found(jilin, f"新华社区长白小区{text}")]
        assert ids[:2] == [HOUSEHOLD.replace("-2", "-1"), HOUSEHOLD], text
    both = [hit.id for hit in found(jilin, "新华社区长白小区1号楼2单元、2号楼1单元")]
    assert both == [HOUSEHOLD, "22020200600100203002"]
    assert [hit.id for hit in found(jilin, "新华社区第一、二网格")][:2] == ["220202006001001", GRID]


def test_organisations_stand_for_their_places_before_what_is_under_them(jilin: Engine) -> None:
    assert first(jilin, "昌邑区委站前街道党工委新华社区党委") == f"D{COMMUNITY}"
    assert first(jilin, "昌邑区委站前街道党工委新华社区党委第二网格") == GRID
    assert first(jilin, "站前街道党工委新华社区") == COMMUNITY


def test_what_is_said_in_brackets_of_other_places_denies_nothing(jilin: Engine) -> None:
    assert first(jilin, "新华社区喜洋洋小区（原磐石市站前社区旧址）") == COMMUNITY


def test_a_compound_is_found_with_its_phase(jilin: Engine) -> None:
    for text in ("江华社区天润嘉园小区二期1幢", "江华社区 天润嘉园小区2期 1号楼 张三"):
        assert first(jilin, text) == "22020200300200603001", text


def test_what_is_written_behind_a_building_of_a_known_compound_is_passed_over(jilin: Engine) -> None:
    for text in ("师专家属楼2号楼", "师专家属楼2号楼 张三", "师专家属楼2号楼车库"):
        assert {hit.name for hit in found(jilin, text) if hit.kind is Kind.BUILDING} == {"2号楼"}, text


def test_a_compound_that_sounds_so_is_near(jilin: Engine) -> None:
    hit = found(jilin, "新华社区常白小区1号楼", limit=1)[0]
    assert (hit.id, hit.near) == (BUILDING, True)


def test_what_is_said_by_an_office_is_not_near_but_meant(jilin: Engine) -> None:
    for text in ("站前街道办", "站前办", "新华社区居委"):
        assert not found(jilin, text, limit=1)[0].near, text


def test_a_letter_of_pinyin_wrong_in_an_address_is_near(jilin: Engine) -> None:
    for text in ("站前街道 xinhaushequ", "站前街道xinhauashequ"):
        hit = found(jilin, text, limit=1)[0]
        assert (hit.id, hit.near) == (COMMUNITY, True), text


def test_a_zone_is_found_by_what_it_is_usually_called(jilin: Engine) -> None:
    for text in ("高新区", "吉林高新区", "吉林市高新区"):
        assert first(jilin, text) == "220272000000", text
    assert first(jilin, "高新区园艺社区") == first(jilin, "园艺社区（高新区）") == "220272001003"
    assert first(jilin, "吉林市经开区九站街道") == "220271001000"
    assert found(jilin, "高新区新华社区") == []


def test_a_town_is_found_with_the_people_it_is_named_after(jilin: Engine) -> None:
    assert first(jilin, "乌拉街满族镇") == first(jilin, "龙潭区乌拉街满族镇") == "220203100000"
    assert first(jilin, "两家子乡") == "220202200000"


def test_names_that_hold_an_ending_are_cut_where_the_graph_has_names(jilin: Engine) -> None:
    assert first(jilin, "高新街道园艺社区") == "220272001003"
    assert first(jilin, "永吉县双河镇双河镇社区") == "220221101001"
    assert first(jilin, "吉林市龙潭区新吉林街道") == "220203006000"
    assert first(jilin, "昌邑区两家子乡") == first(jilin, "昌邑区两家子满族乡") == "220202200000"


@pytest.mark.parametrize(
    "text",
    [
        "沈阳市站前街道",
        "沈河区站前街道新华社区",
        "辽宁省沈阳市沈河区新华社区",
        "昌邑区园艺社区",
        "昌邑区长白小区99号楼",
        "新华社区第九十九网格",
        "站前街道大新华社区",
    ],
)
def test_an_address_elsewhere_finds_nothing_here(jilin: Engine, text: str) -> None:
    # 大新华社区 is near 新华社区, and said to be.
    hits = found(jilin, text, limit=50)
    assert [hit for hit in hits if not hit.name.startswith(text) and not hit.near] == []
    assert bool([hit for hit in hits if hit.near]) == ("大新华" in text)


def test_a_road_is_no_place_that_is_called_like_it(jilin: Engine) -> None:
    assert first(jilin, "昌邑区南京路15号") == "220202000000"
    assert first(jilin, "昌邑区站前大街8号") == "220202000000"


def test_an_office_that_is_an_entity_stays_itself(jilin: Engine) -> None:
    hits = found(jilin, "昌邑区兴华街道党群服务中心")
    assert [hit.id for hit in hits[:2]] == ["SP001", "220202001000"]
    assert first(jilin, "兴华街道党群服务中心") == "SP001"


STYLES: list[Callable[[list[str]], str]] = [
    "".join,
    " ".join,
    "，".join,
    lambda names: "吉林省" + "".join(names),
    lambda names: "中国吉林省" + "".join(names),
    lambda names: "132000 吉林省" + "".join(names),
    lambda names: "".join(names[1:]),
    lambda names: names[0] + "".join(names[2:]),
    lambda names: f"{''.join(names)}（附近）",
]
ENDINGS = {
    Kind.NEIGHBOURHOOD: ["", "附近", "解放大路108号"],
    Kind.GRID: [""],
    Kind.BUILDING: ["", "301室", " 301", "3层", "负一层", "地下室"],
}


@pytest.mark.parametrize("kind", ENDINGS)
def test_every_place_is_found_by_its_address_or_such_as_agree_with_it(jilin: Engine, kind: Kind) -> None:
    rows = entities(jilin, wanted=Wanted([kind]), paging=Paging(400)).value.items
    drawn = random.Random(7)
    for row in drawn.sample(rows, 14):
        hit = next(hit for hit in found(jilin, row.id) if hit.id == row.id)
        # A compound stands for the grid it is in, as people write it.
        names = [name for name in reversed(hit.chain) if not (kind is Kind.BUILDING and name.endswith("网格"))]
        text = drawn.choice(STYLES)([*names, hit.name]) + drawn.choice(ENDINGS[kind])
        hits = [one for one in found(jilin, text, limit=50) if one.kind is kind]
        assert hit.id in [one.id for one in hits], text
        given = {name for name in names if name in text}
        assert all(given <= {*one.chain} for one in hits), text
