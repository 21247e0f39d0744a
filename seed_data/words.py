"""The nearest known word to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from unicodedata import normalize

_LONGEST_COMPARED = 80


def closest(text: str, words: Iterable[str]) -> str:
    """Return ``; perhaps … is meant`` to end a message with, or nothing when no word is near."""
    if len(text) > _LONGEST_COMPARED:
        return ""
    by_plain = {_plain(word): word for word in words}
    near = get_close_matches(_plain(text), by_plain, n=1)
    return f"; perhaps {by_plain[near[0]]} is meant" if near else ""


def _plain(text: str) -> str:
    return normalize("NFKC", text).strip().casefold()
