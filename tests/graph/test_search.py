"""What the search finds, on `jilin` and on a city that names things otherwise."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import pytest

from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction
from graph.pages import Paging
from graph.questions.lists import Wanted, entities
from graph.search import Hit, search
from graph.vocabulary import PEOPLE, Kind
from tests.suite import LEFT_OUT

T = TypeVar("T")

GRID, BUILDING = "220202006001002", "22020200600100201002"


def found(engine: Engine, text: str, *, kind: Kind | None = None, limit: int = 10) -> list[Hit]:
    return search(engine, text=text, kind=kind, limit=limit).value


def names(engine: Engine, text: str, *, kind: Kind | None = None, limit: int = 10) -> list[str]:
    return [hit.name for hit in found(engine, text, kind=kind, limit=limit)]


def ids(engine: Engine, text: str, *, kind: Kind | None = None, limit: int = 10) -> list[str]:
    return [hit.id for hit in found(engine, text, kind=kind, limit=limit)]


def test_the_four_namesakes_are_told_apart_by_their_chains(jilin: Engine) -> None:
    hits = [hit for hit in found(jilin, "站前社区") if hit.name == "站前社区"]
    assert [hit.chain for hit in hits] == [
        ["承德街道", "龙潭区", "吉林市"],
        ["口前镇", "永吉县", "吉林市"],
        ["南城街道", "舒兰市", "吉林市"],
        ["磐石经济开发区特殊街道", "磐石市", "吉林市"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "站前社区",
        "zhanqianshequ",
        "Zhan Qian She Qu",
        "ZHANQIANSHEQU",
        "zhàn qián shè qū",
        "zqsq",
        "ＺＱＳＱ",
        " 站前 社区 ",
    ],
)
def test_what_agrees_exactly_comes_first_however_it_is_spelled(jilin: Engine, text: str) -> None:
    assert names(jilin, text)[:4] == ["站前社区"] * 4


@pytest.mark.parametrize("text", ["站前", "zhanqian", "zq"])
def test_of_what_begins_so_the_higher_comes_first_and_its_organisation_beside_it(jilin: Engine, text: str) -> None:
    kinds = [hit.kind for hit in found(jilin, text, limit=50) if hit.name.startswith("站前")]
    assert kinds[:3] == [Kind.TOWN, Kind.STREET_COMMITTEE, Kind.NEIGHBOURHOOD]


def test_exact_comes_before_prefix_before_the_rest(jilin: Engine) -> None:
    found_names = names(jilin, "新华社区", limit=50)
    exact = [name == "新华社区" for name in found_names]
    begun = [name.startswith("新华社区") for name in found_names]
    assert exact == sorted(exact, reverse=True)
    assert begun == sorted(begun, reverse=True)


@pytest.mark.parametrize("text", ["社", "一", "1", "z", "齉"])
def test_one_character_finds_what_has_it(jilin: Engine, text: str) -> None:
    assert bool(found(jilin, text)) == (text != "齉")


NAME_PARTS = {
    Kind.TOWN: "街道",
    Kind.NEIGHBOURHOOD: "村",
    Kind.GRID: "网格",
    Kind.COMPOUND: "小区",
    Kind.BUILDING: "楼",
    Kind.GRID_BRANCH: "党支部",
    Kind.GRID_GROUP: "党小组",
    Kind.BUILDING_GROUP: "楼党小组",
    Kind.COMMUNITY_ORG: "党委",
    Kind.STREET_COMMITTEE: "党工委",
    Kind.MEMBER_HOUSEHOLD: "单元",
    Kind.ALLIANCE: "联盟",
    Kind.UNIT: "公司",
}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LEFT_OUT])
def test_a_kind_may_be_asked_for(jilin: Engine, kind: Kind) -> None:
    (first,) = entities(jilin, wanted=Wanted([kind]), paging=Paging(1)).value.items
    # People are found by their ids alone.
    hits = found(jilin, NAME_PARTS.get(kind, first.id if kind in PEOPLE else first.name), kind=kind)
    assert {hit.kind for hit in hits} == {kind}


@pytest.mark.parametrize(
    ("id", "chain"),
    [
        ("PD220202006000-1", ["站前街道党工委", "昌邑区委", "吉林市委"]),
        ("K0014", ["站前街道", "昌邑区", "吉林市"]),
        ("W01", []),
        ("MS01", ["党建联盟“六步”工作法"]),
    ],
)
def test_what_works_through_the_skeleton_is_told_apart_by_what_it_belongs_to(
    jilin: Engine, id: str, chain: list[str]
) -> None:
    assert found(jilin, id)[0].chain == chain


def test_of_very_many_alike_the_first_by_id_come_first(jilin: Engine) -> None:
    every = ids(jilin, "1单元", kind=Kind.MEMBER_HOUSEHOLD, limit=50)
    assert every == sorted(every)
    assert ids(jilin, "1单元", limit=3) == every[:3]


def test_of_very_many_of_several_kinds_the_higher_kind_comes_first(jilin: Engine) -> None:
    hits = found(jilin, "街道", limit=50)
    assert {hit.kind for hit in hits} == {Kind.TOWN}
    assert [hit.id for hit in hits] == sorted(hit.id for hit in hits)
    committees = found(jilin, "街道", kind=Kind.STREET_COMMITTEE, limit=50)
    assert {hit.kind for hit in committees} == {Kind.STREET_COMMITTEE}


def test_nobody_is_found_by_a_name_and_everybody_by_an_id(jilin: Engine) -> None:
    for kind in PEOPLE:
        (one,) = entities(jilin, wanted=Wanted([kind]), paging=Paging(1)).value.items
        assert ids(jilin, one.id, limit=1) == [one.id]
        assert found(jilin, one.name, kind=kind) == []


@pytest.mark.parametrize(
    "id", ["220202006001", "D220202006001", "d220202006001", "L01", "U0014", "D22028300200100301002-1"]
)
def test_an_id_finds_its_entity_first(jilin: Engine, id: str) -> None:
    assert ids(jilin, id)[0] == id.upper()


def test_the_beginning_of_an_id_finds_what_has_it(jilin: Engine) -> None:
    assert ids(jilin, "2202020060", limit=3) == ["220202006000", "220202006001", "220202006002"]


@pytest.mark.parametrize("text", ["changchunlu", "chang chun", "ccl"])
def test_places_are_found_as_they_are_read(jilin: Engine, text: str) -> None:
    assert "长春路街道" in names(jilin, text)


@pytest.mark.parametrize("text", ["chaoyang", "zhaoyang", "cysq", "zysq"])
def test_a_doubtful_reading_is_found_either_way(jilin: Engine, text: str) -> None:
    assert "朝阳社区" in names(jilin, text, limit=50)


@pytest.mark.parametrize("text", ["lvyuan", "luyuan", "lüyuan", "Lǜ yuán"])
def test_the_umlaut_is_found_however_it_is_typed(jilin: Engine, text: str) -> None:
    assert names(jilin, text)[0] == "绿园社区"


@pytest.mark.parametrize("text", ["3号网格", "第三网格", "网格3", "三网格", "３网格"])
def test_a_number_is_found_however_it_is_written(jilin: Engine, text: str) -> None:
    hits = found(jilin, text, kind=Kind.GRID)
    assert len(hits) == 10
    assert all(hit.name.endswith("第三网格") for hit in hits)


@pytest.mark.parametrize(
    "text",
    [
        "吉林市昌邑区站前街道新华社区第二网格",
        "站前街道新华社区2号网格",
        "站前街道 新华 网格2",
        "昌邑，新华社区，二网格",
        "站前街道办事处新华社区居委会第２网格",
    ],
)
def test_an_address_finds_the_area_and_then_what_covers_it(jilin: Engine, text: str) -> None:
    assert ids(jilin, text)[:2] == [GRID, f"D{GRID}"]


def test_a_stairwell_is_answered_by_its_household_and_else_by_its_building(jilin: Engine) -> None:
    hits = found(jilin, "站前社区3号网格2栋1单元")
    assert [(hit.id, hit.name) for hit in hits] == [
        ("D22028300200100301002-1", "2号楼1单元党员中心户"),
        ("22028407010100301002", "2号楼"),
    ]
    assert ids(jilin, "磐石市站前社区三网格２幢一单元502室") == ["22028407010100301002"]


def test_the_parts_of_an_address_may_be_parts_of_names(jilin: Engine) -> None:
    buildings = found(jilin, "站前街道 新华 2号楼", kind=Kind.BUILDING, limit=50)
    assert BUILDING in [hit.id for hit in buildings]
    assert all("新华社区" in hit.chain and "站前街道" in hit.chain for hit in buildings)


def test_an_address_half_remembered_is_found_where_its_names_meet(jilin: Engine) -> None:
    # 站前街道 has a 新华社区; no 新华街道 has a 站前.
    buildings = found(jilin, "新华街道 站前 2号楼", kind=Kind.BUILDING, limit=50)
    assert BUILDING in [hit.id for hit in buildings]
    assert all("新华社区" in hit.chain and "站前街道" in hit.chain for hit in buildings)


def test_no_other_number_stands_at_an_address(jilin: Engine) -> None:
    assert {hit.name for hit in found(jilin, "站前社区 第三网格", kind=Kind.GRID)} == {"站前社区第三网格"}
    assert found(jilin, "新华社区第九十九网格") == []


def test_units_are_found_inside_what_their_alliances_lead(jilin: Engine) -> None:
    hits = found(jilin, "站前街道 超市", kind=Kind.UNIT)
    assert hits
    assert all("超市" in hit.name for hit in hits)


def test_an_alliance_has_who_leads_it_and_a_unit_its_first_alliance_in_the_chain(jilin: Engine) -> None:
    (alliance,) = found(jilin, "A061", limit=1)
    assert alliance.chain == ["新华社区党委", "站前街道党工委", "昌邑区委", "吉林市委"]
    (unit,) = found(jilin, "吉林市公安局昌邑分局", limit=1)
    assert unit.chain[1:] == ["兴华街道党工委", "昌邑区委", "吉林市委"]


@pytest.mark.parametrize(
    "text",
    [
        *"/\\*\"'([~%^:!{}?+-&|\x00\ud800\u202e",
        "AND",
        "a OR b",
        "😀",
        "Ⓑ①",
        " ",
        "\n",
        "站" * 4000,
        "a" * 4000,
        "1" * 4000,
    ]
    + ["一" * 4000, "社区 " * 900, "市区县" * 900, "zhan " * 800, "'; MATCH (n) DETACH DELETE n //", ""],
)
def test_any_text_is_harmless(jilin: Engine, text: str) -> None:
    assert isinstance(found(jilin, text), list)


@dataclass
class Counting:
    """A real engine that counts what it was asked."""

    engine: Engine
    asked: Counter[str] = field(default_factory=Counter[str])

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        self.asked[f"{statement.name} {parameters}"] += 1
        return self.engine.read(statement, parameters)

    def write(self, work: Callable[[Transaction], T]) -> T:
        return self.engine.write(work)

    def close(self) -> None: ...


@pytest.mark.parametrize(
    "text", ["昌邑区站钱街道", "站前街道新化社区第二网格", "昌邑区站前街道新华社区喜洋洋小区3号楼", "沈阳市站前街道"]
)
def test_however_a_text_may_be_read_nothing_is_asked_twice(mini: Engine, text: str) -> None:
    counting = Counting(mini)
    search(counting, text=text, kind=None, limit=10)
    assert max(counting.asked.values()) == 1
