"""Chinese numerals: which characters of a text say a number, and which number."""

import re

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"千": 1000, "百": 100, "十": 10, "": 1}
# What counts comes after: 十号楼 is the tenth, 十里堡 and 十字街 are words.
_COUNTED = "号栋幢座楼单网组室层户门委队区期村街巷弄#"
_RUN = re.compile("[零〇一二三四五六七八九十百千万两廿卅卌]+")
_ALONE = re.compile(f"(?<=第)十(?![百千万])|(?<=网格)十(?!字)|(?<=单元)十(?!字)|十(?=[{_COUNTED}])")
_WORD = re.compile("[百千万两]*")
_PART = re.compile("([一二三四五六七八九两](?=[千百])|[一二三四五六七八九]|(?=十))([千百十]?)")
_CONTRACTED = {"廿": "二十", "卅": "三十", "卌": "四十"}


def in_digits(text: str) -> str:
    """Return a text with what is a number in it in digits: 一百零八号 is 108号, 六〇七 is 607.

    A number begins with a digit, or with 十 as in 十五: 百花, 千山 and 万达 are words. 十 alone is one only where what is
    counted follows, or 第 stands before it.
    """
    return _RUN.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    run = match[0]
    if run == "十":
        return "10" if _ALONE.match(match.string, match.start()) else run
    number = _number(run)
    if number is not None:
        return number
    # 万 of a word may stand before a number: 力万三号楼.
    word = _WORD.match(run)
    start = word.end() if word else 0
    return run[:start] + (_number(run[start:]) or run[start:])


def _number(run: str) -> str | None:
    """Return what a numeral says in digits, or ``None`` when it says no number."""
    plain = "".join(_CONTRACTED.get(character, character) for character in run)
    if not any(unit in plain for unit in "十百千万"):
        return "".join(str(_DIGITS[digit]) for digit in plain) if "两" not in plain and plain else None
    high, has_ten_thousands, low = plain.partition("万")
    if not has_ten_thousands:
        value = _below_ten_thousand(plain, leads=True)
        return None if value is None else str(value)
    tens = _below_ten_thousand(high.replace("两", "二") if high == "两" else high, leads=True)
    ones = _below_ten_thousand(low, leads=False) if low else 0
    return None if not tens or ones is None else str(10_000 * tens + ones)


def _below_ten_thousand(numeral: str, *, leads: bool) -> int | None:
    """Return the value of a numeral of thousands, hundreds, tens and ones in this order, or ``None``.

    A place left out, but at the beginning of a numeral that ``leads``, is said by 零 or 〇: 一百二 may be 120.
    """
    value, place, rest = 0, 1000, numeral
    is_free = leads
    while rest:
        if is_zero := rest[0] in "零〇":
            rest = rest[1:]
        part = _PART.match(rest)
        if part is None or (is_zero and is_free):
            return None
        unit = _UNITS[part[2]]
        is_next = unit == place
        if not (is_free or (is_next and not is_zero) or (is_zero and unit < place)):
            return None
        value += unit * (_DIGITS[part[1]] if part[1] else 1)
        place, rest, is_free = unit // 10, rest[part.end() :], False
    return value
