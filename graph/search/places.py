"""Readings of places: provinces, cities and counties, as published; words are often read otherwise (六合, 珲春, 漯河)."""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("place_readings.csv")
_SHORTEST = 2

Reading = tuple[str, ...]
"""Syllables, and what is no Chinese: numbers whole, anything else by the character."""

ALSO: dict[str, str] = {
    "乐陵": "lao ling",
    "大城": "dai cheng",
    "六枝": "lu zhi",
    "六枝特": "lu zhi te",
    "芎林": "qiong lin",
    "朴子": "pu zi",
    "万柏林": "wan bo lin",
}
"""Further readings of places of which the published one is disputed; both are kept."""


@lru_cache(maxsize=1)
def place_readings() -> dict[str, list[Reading]]:
    """Return the readings of the short names of places, the published one first."""
    readings: dict[str, list[Reading]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        published = [(row["short_name"], row["reading"].replace("v", "u")) for row in csv.DictReader(file)]
    for name, reading in [*published, *ALSO.items()]:
        known = readings.setdefault(name, [])
        if (syllables := tuple(reading.split())) not in known:
            known.append(syllables)
    return readings


def places_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the name of a place begins and ends in a text, the longest at each beginning, none inside another."""
    known = place_readings()
    start = 0
    while start <= len(text) - _SHORTEST:
        end = next(
            (end for end in range(min(len(text), start + _longest()), start + 1, -1) if text[start:end] in known), 0
        )
        if end:
            yield start, end
        start = end or start + 1


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, place_readings()))
