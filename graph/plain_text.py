"""What a text that somebody asks with may hold: all that a name in the graph may."""

from unicodedata import category

# Rare characters of names are written with private-use ones, and with ideographs newer than Python's Unicode.
_OF_NAMES = frozenset({"Co", "Cn"})


def is_plain(text: str) -> bool:
    """Return whether a text is nothing but characters that are printed; an empty one is."""
    return text.isprintable() or all(char.isprintable() or category(char) in _OF_NAMES for char in text)
