"""What areas are called: by the whole name, or without what it ends in, which says of which sort the place is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.search.normal_form import numbered, plain
from graph.search.typed import AND, CLOSE, OPEN
from graph.vocabulary import Kind

Tokens = tuple[str, ...]
"""The characters of a name, each number whole."""

BREAK = " "
"""The token between two parts of a text."""

BREAKS = frozenset({BREAK, OPEN, CLOSE, AND})
"""The tokens that stand between two parts."""

LEAST = 2
"""Characters a name, or one cut short, has at least."""

# The peoples that autonomous places and townships are named after.
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|"
    "畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|"
    "阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|"
    "门巴|珞巴|基诺|各|多民"
)
_OF_PEOPLES = rf"(?:(?:{_PEOPLES})族)+"
_SHORTENED = re.compile(
    rf"{_OF_PEOPLES}(?:自治[州县旗区]|[乡镇区])$|(?:维吾尔)?自治[区州县旗]$"
    r"|特殊(?:街道|乡镇)$|街道$|社区$|小区$|新区$|林区$|特区$|地区$|[省市县旗盟州镇乡村]$|(?<!开发)(?<!工业)(?<!示范)区$"
)
_AUTONOMOUS = re.compile(rf"(?:{_OF_PEOPLES}|维吾尔)(?:自治)?([区州县旗乡镇])$")
# In a name of so many characters that comes of another language two stand for it.
_LONG, _ABBREVIATED = 4, frozenset("县旗州")
ZONES = {"高新技术": "高新区", "经济": "经开区"}
"""What the name of a zone holds, wherever it is, and what it is usually called."""

# In the register a town may have lost the people that its signs name: 乌拉街满族镇 for 乌拉街镇.
_WITH_PEOPLES = re.compile(rf"{_OF_PEOPLES}(?:自治)?([州县旗区镇乡])")
_LOCAL = re.compile(r"街道|社区|小区|[镇乡村]")
_ABOVE = re.compile(r"[市区县旗州盟](?!社区|小区)")
_LOCAL_KINDS = frozenset({Kind.TOWN, Kind.NEIGHBOURHOOD})
_BRACKETS = re.compile(r"\([^()]*\)")


def tokens(text: str) -> Tokens:
    """Return the tokens of a text whose numbers have one spelling."""
    return tuple(re.findall(r"\d+|\D", text))


@lru_cache(maxsize=20_000)
def forms(name: str) -> tuple[tuple[Tokens, ...], tuple[Tokens, ...]]:
    """Return the ways to write a name whole and those to write it short, the longest first; either may have none."""
    written = plain(name)
    full = dict.fromkeys("".join(numbered(one)) for one in (written, _BRACKETS.sub("", written)))
    full |= dict.fromkeys(one for name in [*full] for one in _usual(name))
    short = dict.fromkeys(_SHORTENED.sub("", one) for one in full)
    whole, cut = [tokens(one) for one in full], [tokens(one) for one in short if one not in full]
    return _long_enough(whole), _long_enough(cut)


def is_usual(text: str) -> bool:
    """Whether a text of three characters may be what a place with a long name is usually called: 前郭县, 高新区."""
    return text in ZONES.values() or (len(text) == LEAST + 1 and text[-1] in _ABBREVIATED)


def _usual(name: str) -> Iterator[str]:
    """Yield what a place is usually called: 前郭尔罗斯蒙古族自治县 前郭县, 延边朝鲜族自治州 延边州, 高新技术产业开发区 高新区."""
    if (autonomous := _AUTONOMOUS.search(name)) and autonomous.start():
        core, end = name[: autonomous.start()], autonomous[1]
        yield core + end
        if len(core) >= _LONG and end in _ABBREVIATED:
            yield core[:2] + end
    for zone, usual in ZONES.items():
        if (found := re.search(rf"{zone}(?:产业|技术)*(?:开发|园|示范)区$", name)) is not None:
            yield from dict.fromkeys((name[: found.start()] + usual, usual))


def _long_enough(names: list[Tokens]) -> tuple[Tokens, ...]:
    return tuple(sorted((name for name in names if len(name) >= LEAST), key=len, reverse=True))


def with_peoples(text: str, name: str) -> int:
    """Return how many characters of a text, after a short name, say the sort of place that a name ends in, and its peoples."""
    found = _WITH_PEOPLES.match(text)
    return len(found[0]) if found and name.endswith(found[1]) else 0


def another_sort(text: str, kind: Kind) -> int:
    """Return how many characters of a text, after a short name, say another sort of place than a kind's: 街道 for 社区."""
    found = (_LOCAL if kind in _LOCAL_KINDS else _ABOVE).match(text)
    return len(found[0]) if found else 0
