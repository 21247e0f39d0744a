"""An address as it is typed, before its numbers have one spelling: brackets, spaces inside numbers, lists of numbers, offices."""

import re

from graph.search.numerals import in_digits

OPEN, CLOSE = "(", ")"
"""The tokens around what is said in brackets, each a part of its own."""
AND = "‖"
"""The token between two numbers that are meant both: buildings 1 and 2."""

_BRACKETS = str.maketrans("[]【】〔〕〈〉《》「」『』{}", "()" * 8)
_QUOTES = re.compile('["“”‘’]+')
_COUNTER = r"(?:号\s*楼|[号楼栋幢座层室户#]|单\s*元|网\s*格|门(?!\w))"
_DIGITS = "0-9一二三四五六七八九十百零〇两"
_SPACED = re.compile(
    rf"(?<=[{_DIGITS}])\s+(?={_COUNTER})|(?<=第)\s+(?=[{_DIGITS}])|(?<=号)\s+(?=楼)|(?<=单)\s+(?=元)|(?<=网)\s+(?=格)"
)
_ON_CHEQUES = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_CHEQUE = re.compile(r"[壹贰叁肆伍陆柒捌玖拾]+(?=号楼|[栋幢座楼室层]|单元|网格|号(?![院城府]))")
_BUILDING = r"(?:号楼|[栋幢座#]楼?)"
_LIST = re.compile(
    rf"(?<!\d)第?(\d+)(?:号|{_BUILDING})?\s*(?:[、,/和及与]|以及)\s*(?=第?\d+{_BUILDING})"
    r"|(?<!\d)第?(\d+)(?:单元)?\s*(?:[、,/和及与]|以及)\s*(?=第?\d+单元)"
    r"|(?<!\d)第?(\d+)(?:号?网格)?\s*(?:[、,/和及与]|以及)\s*(?=第?\d+号?网格)"
)
_OTHER = re.compile(rf"(?<=单元)\s*(?:[、,和及与]|以及)\s*(?=第?\d+{_BUILDING})")
_RANGE = re.compile(rf"(?<!\d)第?(\d+)({_BUILDING}|号|单元)?\s*(?:至|到|[~-])\s*第?(\d+)({_BUILDING}|单元)")

_ENDS = "市区县旗州盟镇乡村道社"
_WITHIN = r"(?=[^\s()]*(?:街道|社区|小区|[镇乡村楼]|网格|单元))"
_ORGANISATION = re.compile(
    rf"(?<=[{_ENDS}])(?:党工委|工委|党委|党总支|总支|党组织|党支部){_WITHIN}"
    # 市委小区 is a compound.
    r"|(?<=[市区县旗州盟])委(?=[^\s()]{2,8}?(?:街道|[镇乡]))"
)


def opened(text: str) -> str:
    """Return a text with round brackets alone, each a part of its own, and without quotes; a bracket without its other is none."""
    plain = _QUOTES.sub(" ", text.translate(_BRACKETS))
    kept: set[int] = set()
    left: list[int] = []
    for place, character in enumerate(plain):
        if character == OPEN:
            left.append(place)
        elif character == CLOSE and left:
            kept |= {left.pop(), place}
    return "".join(
        f" {one if place in kept else ''} " if one in OPEN + CLOSE else one for place, one in enumerate(plain)
    )


def joined(text: str) -> str:
    """Return a text whose numbers stand next to what they count, those of a list each with it and with a mark between."""
    whole = in_digits(_CHEQUE.sub(lambda match: match[0].translate(_ON_CHEQUES), _SPACED.sub("", text)))
    listed = _OTHER.sub(AND, _RANGE.sub(_counted_up, whole))
    # Of 1、2、3号楼 the second is counted as the third is, and then the first as the second.
    while (more := _LIST.sub(_apart, listed)) != listed:
        listed = more
    return listed


def without_organisations(text: str) -> str:
    """Return a text in which the organisations that others are under stand for their places: 站前街道党工委新华社区党委."""
    return _ORGANISATION.sub(" ", text)


def _apart(match: re.Match[str]) -> str:
    counter = next(counter for number, counter in zip(match.groups(), ("号楼", "单元", "网格"), strict=True) if number)
    return f"{match[match.lastindex or 1]}{counter}{AND}"


def _counted_up(match: re.Match[str]) -> str:
    first, last, what = int(match[1]), int(match[3]), "单元" if match[4] == "单元" else "号楼"
    if not first < last < first + 10 or (match[2] not in {None, "号"} and (match[2] == "单元") != (what == "单元")):
        return match[0]
    return AND.join(f"{number}{what}" for number in range(first, last + 1))
