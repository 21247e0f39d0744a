"""What areas are called: by the whole name, or without what it ends in, which says of which sort the place is."""

import re
from functools import lru_cache

from graph.search.normal_form import numbered, plain
from graph.vocabulary import Kind

Tokens = tuple[str, ...]
"""The characters of a name, each number whole."""

BREAK = " "
"""The token between two parts of a text."""

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
    short = dict.fromkeys(_SHORTENED.sub("", one) for one in full)
    whole, cut = [tokens(one) for one in full], [tokens(one) for one in short if one not in full]
    return _long_enough(whole), _long_enough(cut)


def _long_enough(names: list[Tokens]) -> tuple[Tokens, ...]:
    return tuple(sorted((name for name in names if len(name) >= LEAST), key=len, reverse=True))


def another_sort(text: str, kind: Kind) -> int:
    """Return how many characters of a text, after a short name, say another sort of place than a kind's: 街道 for 社区."""
    found = (_LOCAL if kind in _LOCAL_KINDS else _ABOVE).match(text)
    return len(found[0]) if found else 0
