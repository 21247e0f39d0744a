"""Variety without chance: choices that follow from what is chosen for, and totals divided to the last one.

Python's own ``hash`` differs from run to run and ``random`` from version to version; a BLAKE2 digest of a key never does.
All arithmetic is in whole numbers, so no machine rounds differently.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import gcd
from typing import TypeVar

from graph.errors import DataSetError
from words import said

T = TypeVar("T")


def number(*key: str) -> int:
    """Return the number, up to 2**64, that stands for a key: evenly spread, and the same everywhere."""
    return int.from_bytes(blake2b("\x1f".join(key).encode(), digest_size=8).digest(), "big")


def choice(options: Sequence[T], *key: str) -> T:
    """Return the option that falls to a key."""
    return options[number(*key) % len(options)]


def shuffled(options: Sequence[str], *key: str) -> list[str]:
    """Return all the options in the order that falls to a key."""
    return sorted(options, key=lambda option: (number(*key, option), option))


def walk(length: int, *key: str) -> Iterator[int]:
    """Yield every index below a length once, from a start and by a stride that fall to a key."""
    start, stride = number(*key, "start") % length, 1 + number(*key, "stride") % length
    while gcd(stride, length) != 1:
        stride += 1
    for step in range(length):
        yield (start + step * stride) % length


@dataclass(frozen=True, slots=True)
class Share:
    """What one of several gets of a total: in proportion to its weight, within bounds."""

    weight: int
    least: int
    most: int


def apportion(total: int, shares: Sequence[Share]) -> list[int]:
    """Divide a total: everyone's least first, the rest by weight, the odd ones to the largest remainders.

    Raises ``DataSetError`` where the bounds leave no way to reach the total exactly.
    """
    counts = [share.least for share in shares]
    entitled = [i for i, share in enumerate(shares) if share.weight and share.least < share.most]
    while entitled and (full := _full(total - sum(counts), shares, entitled)):
        for i in full:
            counts[i] = shares[i].most
        entitled = [i for i in entitled if i not in full]
    rest, weight = total - sum(counts), sum(shares[i].weight for i in entitled)
    if rest < 0 or (rest and not weight):
        raise DataSetError(
            said(
                "A total of {total} cannot be divided among {shares}: the difference would be {rest}.",
                total=total,
                shares=len(shares),
                rest=rest,
            )
        )
    remainders = {i: rest * shares[i].weight % weight for i in entitled}
    for i in entitled:
        counts[i] += rest * shares[i].weight // weight
    odd = total - sum(counts)
    for i in sorted(entitled, key=lambda i: (-remainders[i], i))[:odd]:
        counts[i] += 1
    return counts


def _full(rest: int, shares: Sequence[Share], entitled: Sequence[int]) -> set[int]:
    """Return who would get all they may have, or more, if the rest were divided by weight."""
    weight = sum(shares[i].weight for i in entitled)
    return {i for i in entitled if rest * shares[i].weight >= (shares[i].most - shares[i].least) * weight}


def evenly(slots: Sequence[T], count: int, *key: str) -> list[T]:
    """Return that many of the slots in their order, at even distances from the one that falls to a key."""
    if not count:
        return []
    start = number(*key) % len(slots)
    return [slots[place] for place in sorted((start + i * len(slots) // count) % len(slots) for i in range(count))]
