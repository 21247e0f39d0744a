"""Addresses as people write them, taken apart: segments from high to low, named (站前社区) or numbered (3号网格)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.search.normal_form import numbered
from graph.search.spellings import Spelling
from graph.search.syllables import syllables
from graph.search.terms import NUMBER, counted

MAX_SEGMENTS = 10

# An office stands for its place: 站前社区居委会, 站前街道办事处.
_OFFICE = re.compile(r"(?<=社区)居(?:民委员|委)会|(?<=村)(?:村?民委员|委)会|(?<=街道)办(?:事处)?")
_BREAK = re.compile(r"[\s,、;/|>·。.—–_-]+")
_NUMBER = re.compile(r"\d+(?:网格|楼|单元)")
# What an area's name ends in, after at least one character, unless such an end follows at once: 城区社区 is one name.
_NAME = re.compile(
    r"(?!社区|小区|街道).+?(?:街道|[市区县旗州盟镇乡村屯院园](?:\d+期)?)(?!社区|小区|街道|[区县镇乡村院园])"
)
# A flat is nothing the graph holds.
_FLAT = re.compile(r"(?<=单元)\d+(?:室|户|号)?$|(?<=楼)\d{3,4}(?:室|户|号)?$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of an address, as tokens."""

    tokens: tuple[str, ...]

    @property
    def is_numbered(self) -> bool:
        """Whether it is a number and what is numbered."""
        return self.tokens[0].startswith(NUMBER) and "".join(self.tokens[1:]) in {"网格", "楼", "单元"}

    @property
    def spelling(self) -> Spelling:
        """How it stands in the terms of what it names."""
        return Spelling(self.tokens)

    @property
    def spellings(self) -> list[Spelling]:
        """How it may stand there: as it is written, and letters also as pinyin."""
        return [self.spelling, *(Spelling(reading) for reading in syllables("".join(self.tokens)))]

    @property
    def is_unit(self) -> bool:
        """Whether it is a stairwell of a building, which is no area of its own."""
        return self.is_numbered and self.tokens[-1] == "元"


def divisions(text: str) -> list[list[Segment]]:
    """Return how a plain text may be taken apart into two segments or more, the likeliest way first.

    A number belongs to the word before it (临街2号楼) or stands by itself (站前3号网格).
    """
    bare = (_FLAT.sub("", "".join(numbered(_OFFICE.sub("", chunk)))) for chunk in _BREAK.split(text))
    chunks = [chunk for chunk in bare if chunk]
    if all(chunk.isascii() for chunk in chunks):
        return []
    ways = {tuple(piece for chunk in chunks for piece in _pieces(chunk, joined=joined)) for joined in (True, False)}
    ordered = sorted(ways, key=len)
    return [[Segment(counted(piece)) for piece in way] for way in ordered if 1 < len(way) <= MAX_SEGMENTS]


def names(text: str) -> list[str]:
    """Return the names a text is made of, after what names end in."""
    return [name for name in _names(text) if name]


def _pieces(chunk: str, *, joined: bool) -> Iterator[str]:
    start = 0
    for number in _NUMBER.finditer(chunk):
        *named, last = _names(chunk[start : number.start()])
        yield from named
        if last and not joined:
            yield last
        yield f"{last if joined else ''}{number[0]}"
        start = number.end()
    yield from (name for name in _names(chunk[start:]) if name)


def _names(text: str) -> list[str]:
    """Return the names a text is made of; the last has no end of a name and may be empty."""
    names = [name[0] for name in _NAME.finditer(text)]
    return [*names, text[sum(map(len, names)) :]]
