"""Pieces of a page."""

from collections.abc import Iterable, Sequence

MADE = "Made by `just reference`; change the code, not this page."


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a bar in a cell does not end it."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def code(word: str) -> str:
    """Return a word set as code."""
    return f"`{word}`"
