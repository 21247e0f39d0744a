"""How texts are brought to one spelling before they are compared: width, case, numerals, and what a building is called."""

import re
import unicodedata

from graph.search.alike import simplified, with_characters, without_accents
from graph.search.numerals import in_digits
from graph.vocabulary.unseen import UNSEEN

# 第3号网格 is 3网格; 3号楼, 3幢 and 3栋 are one building.
_ORDINAL = re.compile(r"第(?=\d)")
_NUMBERED = re.compile(r"(?<=\d)[号#](?=[网楼栋幢座单])")
# So is 3#, and A座 is A栋.
_BUILDING = re.compile(r"(?<=\d)(?:栋楼|幢楼|[栋幢座]|#(?=$|\d))|(?<=(?<![a-z])[a-z])(?:栋楼|幢楼|号楼|[栋幢座])")
_AFTER = re.compile(r"(?<!\d)(网格|单元)(\d+)(?!\d)号?(?![楼栋幢座网单])")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

MAX_LENGTH = 200
"""Characters of a name, or of a text that is asked for, that are looked at: no name is longer."""


def plain(text: str) -> str:
    """Return a text as it is compared: in one width and case, simplified, without accents and what nobody sees or types.

    What is not seen are control characters, broken surrogates and Unicode's default-ignorable characters.
    """
    cut = text[: 4 * MAX_LENGTH]
    if not (cut.isascii() and cut.isprintable()):
        cut = UNSEEN.sub("", _CONTROL.sub(_of_control, cut))
    narrow = unicodedata.normalize("NFKC", with_characters(cut)).lower()
    return simplified(without_accents(narrow)).strip()[:MAX_LENGTH].strip()


def _of_control(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else ""


def characters(text: str) -> list[str]:
    """Return the characters of a plain text, spaces left out."""
    return [character for character in text if not character.isspace()]


def numbered(text: str) -> list[str]:
    """Return a plain text with its numbers in one spelling, each a token of its own: 第三网格 is 3, 网, 格."""
    digits = in_digits("".join(characters(text)))
    bare = _LEADING_ZEROS.sub("", _ORDINAL.sub("", digits))
    turned = _AFTER.sub(r"\2\1", _NUMBERED.sub("", bare))
    return re.findall(r"\d+|\D", _BUILDING.sub("楼", turned))
