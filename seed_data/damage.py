"""What a spreadsheet did to a cell, told from what is left of it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from unicodedata import category, name, normalize

from graph.search.alike import unified
from graph.vocabulary.unseen import UNSEEN
from seed_data.faults import shown
from words import Said, said

_EXCEL_NUMBER = re.compile(r"[0-9]+\.0+|[0-9](\.[0-9]+)?[Ee]\+[0-9]+|[0-9]\.[0-9]+[Ee][0-9]+")
# What keeps Excel from taking a code for a number: ="2202…", or what is left of it.
_FORMULA = re.compile(r"""[=＝]\s*["“”＂]*'?([^"“”＂]*)["“”＂]*|["“”＂]+([^"“”＂]*)["“”＂]*|([^"“”＂]+)["“”＂]+""")
_EXCEL_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})
_WRITTEN_DATE = re.compile(r"[^0-9]*([0-9]{4})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})(?:[^0-9].*)?")
_BARE_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SERIAL_DATE = re.compile(r"[0-9]{5}")
_SERIAL_ZERO = date(1899, 12, 30)
# Rare characters of names are written with private-use ones, and with ideographs newer than Python's Unicode.
_NO_CHARACTER = "Cn"
_LATER_IDEOGRAPHS = re.compile("[\U00020000-\U0002fffd\U00030000-\U0003fffd]")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_SUSPECT = re.compile(f"{UNSEEN.pattern}|[\u2e80-\u2fdf]")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
_CONTROL_NAMES = {"\t": said("TAB"), "\n": said("LINE BREAK"), "\r": said("LINE BREAK"), "\0": said("NUL")}
_LONGEST_DATE = 40


def is_excel_number(text: str) -> bool:
    """Return whether a text is how Excel writes a code it took for a number."""
    return _EXCEL_NUMBER.fullmatch(text) is not None


def is_excel_error(text: str) -> bool:
    """Return whether a text is what Excel saves for a formula that failed."""
    return text in _EXCEL_ERRORS


def repaired_code(text: str) -> str:
    """Return a code as it was before white space, an apostrophe, full-width characters or ``.0`` got into it."""
    seen = "".join(c for c in text if category(c) not in _REFUSED_CATEGORIES and not UNSEEN.fullmatch(c))
    plain = normalize("NFKC", _without_formula(seen)).removeprefix("'")
    return plain.partition(".")[0] if _EXCEL_NUMBER.fullmatch(plain) and "." in plain and "E" not in plain else plain


def _without_formula(text: str) -> str:
    formula = _FORMULA.fullmatch(text)
    return next((inner for inner in formula.groups() if inner is not None), "") if formula else text


def code_damage(text: str) -> Said | None:
    """Return what is expected of a code that a spreadsheet has damaged; ``None`` when none seems to have."""
    if not is_excel_number(text) and (hidden := first_refused(text)) is not None:
        return said("a code without {hidden}", hidden=hidden)
    if (left := excel_damage(text)) is not None:
        return left
    if text != (narrow := normalize("NFKC", text)):
        return said("a code in half-width characters: {text}", text=shown(narrow))
    return None


def excel_damage(text: str, seen: Callable[[str], str] = str) -> Said | None:
    """Return what is expected of a code that is a number, a formula or a text of Excel's; ``None`` when it is none.

    ``seen`` returns a code as a message shows it.
    """
    if is_excel_number(text):
        return said(
            "a code as text; Excel turned it into a number: format the column as Text, then enter the code again"
        )
    if _FORMULA.fullmatch(text) and (inner := repaired_code(text)):
        return said(
            "a code without the formula around it: {code}. Excel shows it so, and saves the formula: format the column "
            "as Text, paste the codes into it as values, then save again",
            code=seen(inner),
        )
    if text.startswith(("'", "‘", "’", "＇")):
        return said("a code without the apostrophe before it")
    return None


def is_suspect(text: str) -> bool:
    """Return whether a text that can be printed holds what nobody sees, or the sign of a radical."""
    return _SUSPECT.search(text) is not None


def private_use(text: str) -> str | None:
    """Return the first private-use character of a text by its code, or ``None``."""
    found = _PRIVATE_USE.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def first_refused(text: str, allowed: str = "") -> Said | None:
    """Return the first character of a text that no cell may hold, by code and name, and what to do; or ``None``."""
    for character in text:
        if character in allowed:
            continue
        if (meant := unified(character)) is not None:
            return said(
                "{character}, a sign of a radical, as copies from PDF files hold it: write {meant} (U+{code:04X})",
                character=_called(character),
                meant=meant,
                code=ord(meant),
            )
        if UNSEEN.fullmatch(character) or category(character) == "Cf":
            return said("{character}, which nobody sees: delete it", character=_called(character))
        if category(character) == _NO_CHARACTER and not _LATER_IDEOGRAPHS.fullmatch(character):
            return said("U+{code:04X}, which is no character: write the one that is meant", code=ord(character))
        if category(character) in _REFUSED_CATEGORIES:
            return _called(character)
    return None


def _called(character: str) -> Said:
    called = _CONTROL_NAMES.get(character) or name(character, "") or said("CONTROL CHARACTER")
    return said("U+{code:04X} {name}", code=ord(character), name=called)


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
