"""One slip of the hand: a character wrong, missing, too many, or swapped with the next."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from graph.search.terms import NUMBER


class Slip(IntEnum):
    """What makes a text differ from a name, the likeliest slip first."""

    SWAPPED = 0
    DOUBLED = 1
    MISSING = 2
    EXTRA = 3
    WRONG = 4


def slip(asked: Sequence[str], name: Sequence[str]) -> tuple[Slip, int, int] | None:
    """Return the slip by which the tokens of a text differ from a part of a name's, where that begins, and where it stands.

    ``None`` when they do not differ by one alone. A number is never taken for another: 第九十九网格 is not near 第十九网格.
    """
    # One slip makes one token another at most; most names are told apart so, and sooner.
    if len(set(asked).difference(name)) > 1:
        return None
    found = [
        (kind, start, place)
        for start in range(max(len(name) - len(asked) + 2, 0))
        for kind, place in _slips(asked, name[start : start + len(asked) + 1])
    ]
    return min(found, default=None)


def is_slip_of(asked: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether tokens differ from the whole of a name's by one slip."""
    return abs(len(asked) - len(name)) <= 1 and any(True for _ in _slips(asked, name))


def _slips(asked: Sequence[str], part: Sequence[str]) -> Iterator[tuple[Slip, int]]:
    size = len(asked)
    at = next(
        (at for at, pair in enumerate(zip(asked, part, strict=False)) if pair[0] != pair[1]), min(size, len(part))
    )
    if at == size:
        return
    rest, mine = list(part[at:]), list(asked[at:])
    if _is_number(mine[0]) or (rest and _is_number(rest[0])):
        return
    if len(mine) > 1 and not _is_number(mine[1]) and rest[: len(mine)] == [mine[1], mine[0], *mine[2:]]:
        yield Slip.SWAPPED, at
    if rest[: len(mine) - 1] == mine[1:]:
        yield (Slip.DOUBLED if at and mine[0] == asked[at - 1] else Slip.EXTRA), at
    if at and rest[1 : len(mine) + 1] == mine:
        yield Slip.MISSING, at
    if len(rest) >= len(mine) and rest[1 : len(mine)] == mine[1:]:
        yield Slip.WRONG, at


def _is_number(token: str) -> bool:
    return token.startswith(NUMBER)


_LETTERS = "abcdefghijklmnopqrstuwxyz"


def mended(letters: str) -> Iterator[tuple[Slip, str]]:
    """Yield what letters of pinyin may have been meant to be, the likeliest slip first."""
    size = len(letters)
    yield from (
        (Slip.SWAPPED, letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :])
        for at in range(size - 1)
        if letters[at] != letters[at + 1]
    )
    for at in range(size):
        is_doubled = at > 0 and letters[at] == letters[at - 1]
        yield (Slip.DOUBLED if is_doubled else Slip.EXTRA), letters[:at] + letters[at + 1 :]
    yield from (
        (Slip.MISSING, letters[:at] + letter + letters[at:]) for at in range(1, size + 1) for letter in _LETTERS
    )
    yield from (
        (Slip.WRONG, letters[:at] + letter + letters[at + 1 :])
        for at in range(size)
        for letter in _LETTERS
        if letter != letters[at]
    )
