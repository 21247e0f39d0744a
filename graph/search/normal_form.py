"""How texts are brought to one spelling before they are compared: width, case, numerals, and what a building is called."""

import re
import unicodedata

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
_NUMERAL = re.compile("[零〇一二三四五六七八九十]+")
# 第3号网格 is 3网格; 3号楼, 3幢 and 3栋 are one building.
_ORDINAL = re.compile(r"第(?=\d)")
_NUMBERED = re.compile(r"(?<=\d)[号#](?=[网楼栋幢座单])")
_BUILDING = re.compile(r"(?<=\d)(?:栋楼|幢楼|[栋幢座])")
_AFTER = re.compile(r"(?<!\d)(网格|单元)(\d+)(?!\d)号?(?![楼栋幢座网单])")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")

MAX_LENGTH = 200
"""Characters of a name, or of a text that is asked for, that are looked at: no name is longer."""


def plain(text: str) -> str:
    """Return a text in one width and case, without what no name has: control characters and broken surrogates."""
    kept = text if text.isprintable() else _UNSEEN.sub(_unseen, text[: 4 * MAX_LENGTH])
    return unicodedata.normalize("NFKC", kept[: 4 * MAX_LENGTH]).lower().strip()[:MAX_LENGTH]


def _unseen(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else ""


def characters(text: str) -> list[str]:
    """Return the characters of a plain text, spaces left out."""
    return [character for character in text if not character.isspace()]


def numbered(text: str) -> list[str]:
    """Return a plain text with its numbers in one spelling, each a token of its own: 第三网格 is 3, 网, 格."""
    digits = _NUMERAL.sub(lambda match: _digits(match[0]), "".join(characters(text)))
    bare = _LEADING_ZEROS.sub("", _ORDINAL.sub("", digits))
    turned = _AFTER.sub(r"\2\1", _NUMBERED.sub("", bare))
    return re.findall(r"\d+|\D", _BUILDING.sub("楼", turned))


def _digits(numeral: str) -> str:
    """Return a numeral in digits, up to 99 as 二十三 and beyond as 二〇三; what is no number stays as it is."""
    if "十" not in numeral:
        return "".join(str(_DIGITS[digit]) for digit in numeral)
    tens, _, ones = numeral.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return numeral
    return str(10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0))
