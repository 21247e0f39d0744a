"""The nearest known word to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from unicodedata import normalize

from words import Said, said

_LONGEST_COMPARED = 80


def closest(text: str, words: Iterable[str], *, expected: Said) -> Said:
    """Return what is expected, with the word that is perhaps meant when one is near."""
    if len(text) > _LONGEST_COMPARED:
        return expected
    by_plain = {_plain(word): word for word in words}
    near = get_close_matches(_plain(text), by_plain, n=1)
    if not near:
        return expected
    return said("{expected}; perhaps {word} is meant", expected=expected, word=by_plain[near[0]])


def _plain(text: str) -> str:
    return normalize("NFKC", text).strip().casefold()
