"""Laws of addresses on `jilin`: however one is written, the place or the household it is of is among the first answers."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.engines import Engine
from graph.pages import Paging
from graph.questions.lists import Wanted, entities
from graph.search import search
from graph.vocabulary import Kind

_DIGITS = "零一二三四五六七八九"
_KINDS = (Kind.NEIGHBOURHOOD, Kind.GRID, Kind.BUILDING, Kind.MEMBER_HOUSEHOLD)
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
_BEHIND = {
    Kind.NEIGHBOURHOOD: ["", "附近", "北侧", "（原址）", "解放大路108号", "三组", " 张三收", " 13804321234"],
    Kind.GRID: ["", "（东侧）"],
    Kind.BUILDING: ["", " 3层", "301室", "地下室", "门市", "（东侧）", " 张三", "对面"],
    Kind.MEMBER_HOUSEHOLD: ["", "301室", " 301", "302、303室", "三楼", "负一层", "3楼东户", "1702室", "车库", " 张三"],
}
_OFFICES = {"街道": ["办事处", "办"], "社区": ["居委会", "居民委员会"], "镇": ["政府", "人民政府"], "村": ["村委会"]}


@dataclass(frozen=True, slots=True)
class Placed:
    """An entity to be found, its name, and the names around it from the top down; of a household those of its building."""

    id: str
    kind: Kind
    name: str
    around: tuple[str, ...]
    stairwell: str


@pytest.fixture(scope="module")
def known() -> dict[Kind, list[Placed]]:
    """What was drawn from, by kind; filled by the first example, since no test holds the graph for a module."""
    return {}


def _placed(engine: Engine, kind: Kind) -> list[Placed]:
    towns = entities(engine, wanted=Wanted([Kind.TOWN]), paging=Paging(1000)).value.items
    ids = [
        row.id
        for town in towns[::25]
        for row in entities(engine, wanted=Wanted([kind], area_id=town.id), paging=Paging(300)).value.items[::30]
    ]
    placed: list[Placed] = []
    for id in ids:
        area, _, number = id.removeprefix("D").partition("-")
        hit = next(hit for hit in search(engine, text=area, kind=None, limit=10).value if hit.id == area)
        placed.append(Placed(id, kind, hit.name, tuple(reversed(hit.chain)), number))
    return placed


def _in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{_DIGITS[tens] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones] if ones or not tens else ''}"


@st.composite
def _written(draw: st.DrawFn, placed: Placed) -> str:
    """Draw a way to write an address: which names stand in it, how each is written, and what is around it."""

    def any_of(*ways: str) -> str:
        return draw(st.sampled_from(ways))

    def as_office(name: str) -> str:
        ending = next((one for one in _OFFICES if name.endswith(one)), None)
        return name + any_of("", *_OFFICES[ending]) if ending else name

    in_grid = placed.kind in {Kind.BUILDING, Kind.MEMBER_HOUSEHOLD} and draw(st.booleans())
    names = [name for name in placed.around if not (in_grid and name.endswith("网格"))]
    names = draw(st.sampled_from([names, names[1:], [names[0], *names[2:]]]))
    last = as_office(placed.name) if placed.kind is Kind.NEIGHBOURHOOD else placed.name
    if building := re.fullmatch(r"(.*?)(\d+)号楼", last):
        number = any_of(building[2], _in_chinese(int(building[2])))
        counters = ("号楼", "栋", "幢", "座", " 号楼", *(("#", "#楼") if number.isascii() else ()))
        last = building[1] + any_of(f"{number}号楼", f"第{number}栋", *(number + counter for counter in counters))
    if grid := re.fullmatch(r"(?:.*社区|.*村)第(.+)网格", last):
        last = any_of(last, f"第{grid[1]}网格", f"{grid[1]}网格")
    stairwell = ""
    if placed.stairwell:
        number = any_of(placed.stairwell, _in_chinese(int(placed.stairwell)))
        stairwell = any_of(f"{number}单元", f"第{number}单元", f" {number}单元", f"{number}门")
    parts = any_of("", "", " ", "，", "、", " / ", "-", "\u3000").join([*map(as_office, names), last])
    before = any_of("", "吉林省", "中国吉林省", "132001 吉林省", "132001", "地址：吉林省 ")
    text = f"{before}{parts}{stairwell}{any_of(*_BEHIND[placed.kind])}"
    return text.translate(_FULL_WIDTH) if draw(st.booleans()) else text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_an_address_is_of_is_among_the_first_ten(
    jilin: Engine, known: dict[Kind, list[Placed]], data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(_KINDS))
    if kind not in known:
        known[kind] = _placed(jilin, kind)
    placed = data.draw(st.sampled_from(known[kind]))
    text = data.draw(_written(placed))
    hits = search(jilin, text=text, kind=None, limit=10).value
    assert placed.id in [hit.id for hit in hits], text
    assert not any(hit.near for hit in hits), text
