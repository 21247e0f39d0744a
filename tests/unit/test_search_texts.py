"""How the search spells, reads and takes apart texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search.normal_form import MAX_LENGTH, numbered, plain
from graph.search.pinyin import MAX_READINGS, readings
from graph.search.segments import MAX_SEGMENTS, divisions
from graph.search.spellings import Closeness, looks, spellings
from graph.search.syllables import syllables
from graph.search.terms import FORM, ORDER, SHARING, mark, terms
from graph.vocabulary import PEOPLE, Kind

ANY_TEXT = st.text(st.characters(), max_size=60) | st.text(
    "站前社区第三十二网格0１9号栋楼单元 ，/zhanq'ü\x00\ud800😀", max_size=60
)


def read(name: str) -> list[str]:
    return [" ".join(reading) for reading in readings(plain(name))]


def parts(text: str) -> list[list[str]]:
    return [["".join(segment.tokens).replace("Ⓝ", "") for segment in way] for way in divisions(plain(text))]


@pytest.mark.parametrize(
    ("spellings_of_one", "one"),
    [
        (["3号网格", "第三网格", "网格3", "三网格", "3网格", "第3网格", "３号网格", "003网格", "网格第三"], "3网格"),
        (["2栋", "2幢", "2号楼", "二号楼", "２楼", "2#楼", "2栋楼", "02号楼", "2 号 楼", "2#"], "2楼"),
        (["2#3单元", "2号楼3单元"], "2楼3单元"),
        (["A座", "a栋", "Ａ号楼"], "a楼"),
        (["第十二网格", "12号网格", "十二网格"], "12网格"),
        (["二十网格", "20网格"], "20网格"),
        (["一单元", "1单元", "1号单元"], "1单元"),
        (["六〇七社区", "607社区"], "607社区"),
        (["一百零八号", "一百〇八号", "108号", "一百○八号", "一〇八号"], "108号"),
        (["九千九百九十九号", "9999号"], "9999号"),
        (["一千〇五十号", "1050号"], "1050号"),
        (["两百号", "二百号", "200号"], "200号"),
        (["一百十号", "一百一十号"], "110号"),
        (["廿三里", "二十三里"], "23里"),
        (["一万二千零三号", "12003号"], "12003号"),
        (["第十网格", "网格十", "十号网格", "10网格"], "10网格"),
        (["力万三号楼", "力万3楼"], "力万3楼"),
        (["十十", "百货", "百花社区", "十里堡", "十字街", "万达", "千山", "两江", "一百二", "千百"], None),
    ],
)
def test_numbers_have_one_spelling(spellings_of_one: list[str], one: str | None) -> None:
    for text in spellings_of_one:
        assert "".join(numbered(plain(text))) == (one or text)


@pytest.mark.parametrize("places", ["千百十", "百十", "十"])
def test_every_number_up_to_9999_is_understood(places: str) -> None:
    digits, size = "零一二三四五六七八九", 10 ** len(places)
    for number in range(size, 10 * size):
        said = "".join(digits[int(digit)] + place for digit, place in zip(str(number), [*places, ""], strict=True))
        without = re.sub("零+$", "", re.sub("零+", "零", re.sub("零[千百十]", "零", said)))
        assert numbered(f"{without}号")[0] == str(number), without


@pytest.mark.parametrize(
    ("alike", "one"),
    [
        (["买买提" + dot + "艾力" for dot in "·•・‧∙⋅･.．"], "买买提·艾力"),
        (["⻓春", "⾧春", "長春"], "长春"),
        (["⺠主", "⺠⼟".replace("⼟", "主")], "民主"),
        (["⻢⻋⻄", "⾺⾞⻄"], "马车西"),
        (["站前社區", "站前社区"], "站前社区"),
        (["吉林市昌邑區", "吉林市昌邑区"], "吉林市昌邑区"),
        (["龍潭區灣頭鎮", "龙潭区湾头镇"], "龙潭区湾头镇"),
        (["乾安"], "乾安"),
        (["\uf90a\u5dde", "金州"], "金州"),
        (["Saint-Étienne", "saint-etienne", "Saint‑Etienne", "SAINT–E\u0301TIENNE"], "saint-etienne"),
        (["Łódź", "lodz"], "lodz"),
        (["Kırşehir", "KIRŞEHIR"], "kirsehir"),
        (["L’Île", "l'ile"], "l'ile"),
        (["zhàn qián", "zhan qian"], "zhan qian"),
        (["站\u3164前", "站\u115f前", "站\ufe0f前", "站\U000e0100前", "站\u2067前", "站\U000e0041前"], "站前"),
        (["한국"], "한국"),
        (["が"], "が"),
    ],
)
def test_what_looks_alike_is_one(alike: list[str], one: str) -> None:
    assert {plain(text) for text in alike} == {one}


@given(ANY_TEXT)
def test_a_plain_text_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("重庆路社区", ["chong qing lu she qu"]),
        ("长春", ["chang chun"]),
        ("长岗", ["chang gang", "zhang gang"]),
        ("朝阳", ["chao yang", "zhao yang"]),
        ("乐园", ["le yuan"]),
        ("乐村", ["le cun", "yue cun"]),
        ("单家", ["shan jia", "dan jia"]),
        ("3单元", ["3 dan yuan"]),
        ("牛马行", ["niu ma hang", "niu ma xing"]),
        ("农业银行绿园支行", ["nong ye yin hang lu yuan zhi hang"]),
        ("CBD社区", ["c b d she qu"]),
        ("𠮷𠮷", ["𠮷 𠮷"]),
        ("A-1", []),
    ],
)
def test_names_are_read_as_places_are(name: str, reading: list[str]) -> None:
    assert read(name) == reading


def test_a_name_of_many_doubtful_characters_keeps_a_few_readings() -> None:
    assert len(read("长乐重行单朝车盛")) == MAX_READINGS


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("zhanqian", ("zhan", "qian")),
        ("zhan qian", ("zhan", "qian")),
        ("xi'an", ("xi", "an")),
        ("zhanqiansh", ("zhan", "qian", "sh")),
        ("lvyuan", ("lu", "yuan")),
        ("nver", ("nu", "er")),
        ("3haolou", ("3", "hao", "lou")),
        ("zqsq", ("z", "q", "s", "q")),
    ],
)
def test_pinyin_is_taken_apart(text: str, likeliest: tuple[str, ...]) -> None:
    assert syllables(text)[0] == likeliest


def test_pinyin_that_may_be_read_twice_is() -> None:
    assert ("xian",) in syllables("xian")
    assert ("xi", "an") in syllables("xian")


@pytest.mark.parametrize("text", ["站前", "zhan/qian", "", "12"])
def test_what_is_no_pinyin_has_no_syllables(text: str) -> None:
    assert syllables(text) == []


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("站前社区3号网格2栋1单元", [["站前社区", "3网格", "2楼", "1单元"]]),
        ("新华街道 站前 2号楼", [["新华街道", "站前", "2楼"]]),
        ("吉林市昌邑区站前街道新华社区第二网格", [["吉林市", "昌邑区", "站前街道", "新华社区", "2网格"]]),
        ("新华社区，３号网格，２幢，一单元301室", [["新华社区", "3网格", "2楼", "1单元"]]),
        ("站前社区临街2号楼", [["站前社区", "临街2楼"], ["站前社区", "临街", "2楼"]]),
        ("站前街道办事处新华社区居委会", [["站前街道", "新华社区"]]),
        ("松北一区社区第二网格", [["松北1区社区", "2网格"]]),
        ("北镇社区", []),
        ("城区社区", []),
        ("社区卫生服务站", []),
        ("站前", []),
        ("zhan qian", []),
    ],
)
def test_addresses_are_taken_apart(text: str, ways: list[list[str]]) -> None:
    assert parts(text) == ways


@given(ANY_TEXT)
def test_any_text_is_harmless(text: str) -> None:
    spelled = spellings(plain(text))
    assert len(plain(text)) <= MAX_LENGTH
    assert plain(text).encode().decode() == plain(text)
    for closeness in Closeness:
        for look in looks(spelled, ORDER, closeness=closeness):
            assert all(len(needle) >= 3 for needle in look.needles)
    assert all(len(way) <= MAX_SEGMENTS for way in divisions(plain(text)))


@given(ANY_TEXT, st.sampled_from([kind for kind in Kind if kind not in {*PEOPLE, Kind.IDENTIFIER}]))
def test_a_name_is_found_by_itself_and_by_its_beginning(name: str, kind: Kind) -> None:
    made = terms(kind, id="X1", name=name, code=None)
    assert made.encode().decode() == made
    for text, closeness in ((plain(name), Closeness.EXACT), (plain(plain(name)[:3]), Closeness.PREFIX)):
        for needle in spellings(text)[:1]:
            assert needle.needle(kind, closeness) in made


def test_a_code_is_found_whole_and_a_masked_one_by_none() -> None:
    made = terms(Kind.IDENTIFIER, id="I1", name="9122Ab", code=None)
    (look,) = looks(spellings("9122ab"), [Kind.IDENTIFIER], closeness=Closeness.EXACT)
    assert any(needle in made for needle in look.needles)
    for text, closeness in (("9122", Closeness.PREFIX), ("9122ab", Closeness.PREFIX), ("22a", Closeness.PART)):
        for look in looks(spellings(text), [Kind.IDENTIFIER], closeness=closeness):
            assert not any(needle in made for needle in look.needles)
    assert terms(Kind.IDENTIFIER, id="I1", name="9*", code=None).split("\n") == [
        f"Ⓘ{mark(Kind.IDENTIFIER)}i1{mark(Kind.IDENTIFIER)}Ⓘ"
    ]


def test_an_id_that_ends_in_1_is_not_found_by_1() -> None:
    made = terms(Kind.BUILDING, id="220202001", name="2号楼", code=None)
    (look,) = looks(spellings("1"), [Kind.BUILDING], closeness=Closeness.PART)
    assert not any(needle in made for needle in look.needles)


def test_every_kind_has_a_place_and_a_mark_that_no_text_holds() -> None:
    assert sorted(ORDER) == sorted(Kind)
    assert not any(mark(kind) in plain(mark(kind)) for kind in Kind)


def test_only_neighbours_in_the_order_share_a_mark() -> None:
    assert tuple(kind for sharing in SHARING for kind in sharing) == ORDER
    assert len({mark(kind) for kind in Kind}) == len(SHARING)
    assert all(len({mark(kind) for kind in sharing}) == 1 for sharing in SHARING)


def test_people_are_looked_for_by_their_ids_alone_and_share_a_mark_with_nobody_else() -> None:
    assert [sharing for sharing in SHARING if PEOPLE.intersection(sharing)] == [
        tuple(kind for kind in ORDER if kind in PEOPLE)
    ]
    assert looks(spellings("王 伟"), PEOPLE, closeness=Closeness.PART) == []
    (look,) = looks(spellings("c0001"), PEOPLE, closeness=Closeness.EXACT)
    assert [needle.replace(mark(Kind.CADRE), " ") for needle in look.needles] == ["Ⓘ c0001 Ⓘ"]


def test_the_form_of_the_terms_is_the_one_this_release_names() -> None:
    # When this changes, FORM has to: graphs loaded before are written anew by it.
    assert FORM == "3"
    assert [kind for kind in Kind if mark(kind) == mark(Kind.GRID)] == [Kind.GRID]
    assert mark(Kind.TOWN) == mark(Kind.ALLIANCE) == "①"
    assert terms(Kind.GRID, id="2202", name="站前社区第三网格", code="2203").replace(mark(Kind.GRID), " ").split(
        "\n"
    ) == [
        "Ⓑ 站 前 社 区 第 三 网 格 Ⓔ",
        "Ⓑ 站 前 社 区 Ⓝ3 网 格 Ⓔ",
        "Ⓑ zhan qian she qu di san wang ge Ⓔ",
        "Ⓑ z q s q d s w g Ⓔ",
        "Ⓘ 2202 Ⓘ",
        "Ⓘ 2203 Ⓘ",
    ]
