"""How one cell is read: each reader returns the value of a text, or raises ``UnfitError`` with what was expected."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import TypeVar
from unicodedata import is_normalized

from graph.vocabulary.schemes import LONGEST_CODE
from seed_data import damage
from seed_data.closest import closest
from seed_data.faults import shown
from words import Said, enumerated, said

T = TypeVar("T")

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z~_.-]{0,63}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# 15 digits: what a spreadsheet keeps of a number without rounding it.
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,15}")
_DECIMAL_NUMBER = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}")
_LINE_BREAK = re.compile(r"\r\n?")
_SEMICOLON = re.compile("[;；]")
_OTHER_SEPARATORS = re.compile("[,，、|\t\n\r]")
_LOST = "\ufffd"
# What spreadsheets in Chinese and in English make of a yes and a no.
_FLAGS = {"true": True, "false": False, "TRUE": True, "FALSE": False, "是": True, "否": False}
LONGEST_NAME = 200
LONGEST_TEXT = 2000


class UnfitError(Exception):
    """A cell's text is not one its column may hold."""

    def __init__(self, expected: Said) -> None:
        super().__init__(expected)
        self.expected = expected


def check_whole(text: str) -> None:
    """Raise ``UnfitError`` where characters of a text were lost: no column holds what stands in their place."""
    if _LOST in text:
        raise UnfitError(
            said(
                "text without U+FFFD ({sign}), which stands where characters were lost to another encoding; take "
                "them from the original",
                sign=_LOST,
            )
        )


def code(text: str) -> str:
    """Return an id or a code; raise ``UnfitError`` when it has other characters, or Excel made a number of it."""
    if _ID.fullmatch(text) and not ("." in text and damage.is_excel_number(text)):
        return text
    reason = damage.code_damage(text)
    if reason is not None:
        raise UnfitError(reason)
    raise UnfitError(said("a code of 1 to 64 letters, digits and ~ _ . - in ASCII, the first a letter or digit"))


def optional(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """Return a reader that takes an empty cell for ``None`` and leaves others to ``read``."""

    def read_unless_empty(text: str) -> T | None:
        return read(text) if text else None

    return read_unless_empty


def name(text: str) -> str:
    """Return a name: 1 to 200 characters on one line, composed (NFC)."""
    if text and len(text) <= LONGEST_NAME and text.isprintable() and _is_clean(text):
        return text
    return _checked(text, LONGEST_NAME, said("a name"))


def foreign_code(text: str) -> str:
    """Return a code as another system may write it: 1 to 64 characters on one line, composed (NFC)."""
    if text and len(text) <= LONGEST_CODE and text.isprintable() and _is_clean(text):
        return text
    return _checked(text, LONGEST_CODE, said("a code"))


def prose(text: str) -> str:
    """Return free text: 1 to 2,000 characters, composed (NFC), its line breaks as LF."""
    if text and len(text) <= LONGEST_TEXT and text.isprintable() and _is_clean(text):
        return text
    return _checked(_LINE_BREAK.sub("\n", text), LONGEST_TEXT, said("a text"), allowed="\n")


def _is_clean(text: str) -> bool:
    return (
        is_normalized("NFC", text)
        and text == text.strip()
        and not damage.is_excel_error(text)
        and not damage.is_suspect(text)
    )


def _checked(text: str, longest: int, what: Said, allowed: str = "") -> str:
    if not text:
        raise UnfitError(what)
    if len(text) > longest:
        raise UnfitError(
            said(
                "{what} of at most {longest} characters; it has {length}", what=what, longest=longest, length=len(text)
            )
        )
    if (refused := damage.first_refused(text.replace(" ", ""), allowed)) is not None:
        raise UnfitError(said("{what} without {refused}", what=what, refused=refused))
    if text != text.strip():
        raise UnfitError(said("{what} without white space before or after it", what=what))
    if damage.is_excel_error(text):
        raise UnfitError(said("{what}; Excel saved the error of a formula here", what=what))
    if not is_normalized("NFC", text):
        raise UnfitError(said("{what} in composed characters (Unicode NFC)", what=what))
    return text


def day(today: date) -> Callable[[str], date]:
    """Return a reader of dates written ``2022-12-31``, none of them after ``today``."""

    @cache
    def read(text: str) -> date:
        value = _calendar_day(text)
        if value > today:
            raise UnfitError(said("a day that is not in the future; today is {today}", today=today.isoformat()))
        return value

    return read


def _calendar_day(text: str) -> date:
    if not _DATE.fullmatch(text):
        meant = damage.meant_date(text)
        written = said("a date written as 2022-12-31")
        raise UnfitError(
            said("{expected}; perhaps {word} is meant", expected=written, word=meant) if meant else written
        )
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnfitError(said("a day of the calendar, written as 2022-12-31")) from None


def any_day(text: str) -> date:
    """Return a date written ``2022-12-31``, which may lie ahead."""
    return _calendar_day(text)


def count(text: str) -> int:
    """Return a whole number from 0 up, written without separators or a unit."""
    if _WHOLE_NUMBER.fullmatch(text) and not text.startswith("-"):
        return int(text)
    raise UnfitError(said("a whole number from 0 up, such as 16391, in ASCII digits, without separators or a unit"))


def flag(text: str) -> bool:
    """Return whether a cell says yes."""
    return one_of(_FLAGS, said("true or false (or 是, 否)"))(text)


def several(read: Callable[[str], T]) -> Callable[[str], tuple[T, ...]]:
    """Return a reader of values with semicolons between them, each read by ``read`` and standing once.

    What is empty between two semicolons, or before or after one, is no value: deleting one in a spreadsheet leaves it.
    """

    def read_each(text: str) -> tuple[T, ...]:
        parts = [part for whole in _SEMICOLON.split(text) if (part := whole.strip())]
        if not parts:
            raise UnfitError(said("values with semicolons between them; this cell has semicolons alone"))
        values = tuple(_one(part, read) for part in parts)
        if len(set(values)) < len(values):
            repeated = next(value for place, value in enumerate(values) if value in values[:place])
            raise UnfitError(
                said("each value once, with semicolons between them; {value} stands twice", value=shown(str(repeated)))
            )
        return values

    return read_each


def _one(part: str, read: Callable[[str], T]) -> T:
    try:
        return read(part)
    except UnfitError as unfit:
        # Where the value is at fault anyway, these are meant to divide: a code holds none of them, a name no line break.
        separator = _OTHER_SEPARATORS.search(part)
        if separator is None:
            raise
        raise UnfitError(
            said(
                "{expected}; several stand with semicolons between them, not {separator}",
                expected=unfit.expected,
                separator=shown(separator.group()),
            )
        ) from None


def one_of(words: Mapping[str, T], called: Said | None = None) -> Callable[[str], T]:
    """Return a reader of the values that stand for ``words``; ``called`` is what a message calls them."""

    # One wrong word often stands in every row, and looking for a near one takes a millisecond.
    @cache
    def expected(text: str) -> Said:
        return closest(text, words, expected=called or listed(words))

    def read(text: str) -> T:
        if text in words:
            return words[text]
        raise UnfitError(expected(text))

    return read


def listed(words: Iterable[str]) -> Said:
    """Return the words a cell may hold, for a message."""
    several = list(words)
    if not several:
        return said("an empty cell, for there is nothing it could hold yet")
    return enumerated(several) if len(several) == 1 else said("one of {words}", words=enumerated(several))


def number(text: str) -> int | float:
    """Return a number, whole or decimal, written without separators or a unit."""
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if _DECIMAL_NUMBER.fullmatch(text):
        return float(text)
    raise UnfitError(said("a number such as 16391 or 41.45, in ASCII digits, without separators or a unit"))
