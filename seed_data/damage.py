"""What a spreadsheet did to a cell, told from what is left of it."""

import re
from datetime import date, timedelta
from unicodedata import category, name, normalize

from seed_data.faults import shown

_EXCEL_NUMBER = re.compile(r"[0-9]+\.0+|[0-9](\.[0-9]+)?[Ee]\+[0-9]+|[0-9]\.[0-9]+[Ee][0-9]+")
_EXCEL_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})
_WRITTEN_DATE = re.compile(r"[^0-9]*([0-9]{4})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})(?:[^0-9].*)?")
_BARE_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SERIAL_DATE = re.compile(r"[0-9]{5}")
_SERIAL_ZERO = date(1899, 12, 30)
# Unassigned and private-use characters stay: rare characters of names are written with them.
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
_CONTROL_NAMES = {"\t": "TAB", "\n": "LINE BREAK", "\r": "LINE BREAK", "\0": "NUL"}
_LONGEST_DATE = 40


def is_excel_number(text: str) -> bool:
    """Return whether a text is how Excel writes a code it took for a number."""
    return _EXCEL_NUMBER.fullmatch(text) is not None


def is_excel_error(text: str) -> bool:
    """Return whether a text is what Excel saves for a formula that failed."""
    return text in _EXCEL_ERRORS


def repaired_code(text: str) -> str:
    """Return a code as it was before white space, an apostrophe, full-width characters or ``.0`` got into it."""
    seen = "".join(c for c in text if category(c) not in _REFUSED_CATEGORIES)
    plain = normalize("NFKC", seen).removeprefix("'")
    return plain.partition(".")[0] if _EXCEL_NUMBER.fullmatch(plain) and "." in plain and "E" not in plain else plain


def code_damage(text: str) -> str | None:
    """Return how a code should be written that a spreadsheet has damaged; ``None`` when none seems to have."""
    if is_excel_number(text):
        return "as text; Excel turned it into a number: format the column as Text, then enter the code again"
    if (hidden := first_refused(text)) is not None:
        return f"without {hidden}"
    if text.startswith(("'", "‘", "’")):
        return "without the apostrophe before it"
    if text != (narrow := normalize("NFKC", text)):
        return f"in half-width characters: {shown(narrow)}"
    return None


def first_refused(text: str, allowed: str = "") -> str | None:
    """Return the first character of a text that no cell may hold, by code and name, or ``None``."""
    for character in text:
        if character not in allowed and category(character) in _REFUSED_CATEGORIES:
            called = _CONTROL_NAMES.get(character) or name(character, "CONTROL CHARACTER")
            return f"U+{ord(character):04X} {called}"
    return None


def meant_date(text: str) -> date | None:
    """Return the day that a text in another notation, or Excel's number for a day, most likely means."""
    plain = normalize("NFKC", text[:_LONGEST_DATE]).strip().removeprefix("'")
    if _SERIAL_DATE.fullmatch(plain):
        return _SERIAL_ZERO + timedelta(days=int(plain))
    parts = _WRITTEN_DATE.fullmatch(plain) or _BARE_DATE.fullmatch(plain)
    if parts is None:
        return None
    year, month, day = map(int, parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
