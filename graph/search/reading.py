"""How an address is read once it is known which areas it names: names and numbers in their order, and what is passed over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.search.details import without_details, without_office
from graph.search.mentions import MentionSpan
from graph.search.place_names import BREAK, BREAKS, CLOSE, OPEN, Tokens, tokens
from graph.search.segments import Segment, names
from graph.search.terms import counted

_NUMBER = re.compile(r"\d+(?:网格|楼|单元)")
_LEADS_ON = re.compile(r"\d+(?:网格|单元)")
_TOKEN = re.compile(r"\d+(?:网格|楼|单元)(?!社区|小区|村)|\d+| +|\S")


@dataclass(frozen=True, slots=True)
class WrittenAddress:
    """An address: names before those of the chosen areas, between them, and the names and numbers that follow.

    ``pieces`` are those that follow, in their order. ``is_joined``: the last name stands right before a number, and may be one name with it. ``has_road``: a road, or the
    number of a house, is passed over, and ``has_office``: an office that stands for its place. ``size`` is of how many things the address is made.
    """

    before: tuple[str, ...]
    between: tuple[str, ...]
    after: tuple[str, ...]
    pieces: tuple[str, ...]
    is_joined: bool
    has_road: bool
    has_office: bool
    size: int

    def ways(self) -> list[list[Segment]]:
        """Return the ways to read what follows the areas: 临街2号楼 is one name, or a number in what is named."""
        apart = [Segment(counted(part)) for part in self.after]
        at = max((place for place, part in enumerate(self.after) if not is_number(part)), default=-1)
        if not self.is_joined:
            return [apart]
        joined = Segment(counted(self.after[at] + self.after[at + 1]))
        return [[*apart[:at], joined, *apart[at + 2 :]], apart]


def tokenised(text: str) -> Tokens:
    """Return the tokens of a text without details: characters, numbers, spaces, and whole what is numbered (3网格)."""
    return tuple(BREAK if token.isspace() else token for token in _TOKEN.findall(text))


def is_number(token: str) -> bool:
    """Whether a token is a number and what is numbered."""
    return _NUMBER.fullmatch(token) is not None


def read(text: Tokens, spans: Sequence[MentionSpan]) -> WrittenAddress:
    """Return an address as it is read when some spans of its tokens name areas."""
    before: list[str] = []
    between: list[str] = []
    after: list[str] = []
    numbers: list[str] = []
    pieces: list[str] = []
    text = without_asides(text, spans)
    is_joined = has_road = has_office = has_detail = False
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), len(text)]
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        is_last = place == len(spans)
        for at, piece in _pieces(text, start, end):
            if is_number(piece):
                pieces += [piece] * is_last
                (after if is_last else numbers).append(piece)
                continue
            body = without_office(piece) if place and at == start else piece
            bare, is_road = without_details(body)
            has_office, has_road = has_office or body != piece, has_road or is_road
            has_detail = has_detail or bare != body
            named = names(bare)
            (after if is_last else between if place else before).extend(named)
            pieces += named * is_last
            if named:
                next_token = text[at + len(tokens(piece)) :][:1]
                is_joined = is_last and body.endswith(named[-1]) and any(map(is_number, next_token))
    size = sum(map(len, (spans, before, between, after, numbers))) + has_detail + has_office
    return WrittenAddress(
        tuple(before), tuple(between), (*after, *numbers), tuple(pieces), is_joined, has_road, has_office, size
    )


def without_asides(text: Tokens, spans: Sequence[MentionSpan]) -> Tokens:
    """Return tokens without what is said in brackets, but for the areas named there and the numbers of grids and stairwells."""
    bare, left = [*text], list[int]()
    for at, token in enumerate(text):
        if token == OPEN:
            left.append(at)
        elif token == CLOSE and left:
            start = left.pop()
            if not any(_LEADS_ON.fullmatch(one) for one in text[start:at]):
                bare[start : at + 1] = [BREAK] * (at + 1 - start)
    for span in spans:
        bare[span.start : span.end] = text[span.start : span.end]
    return tuple(bare)


def _pieces(text: Tokens, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Return numbers and what stands between them and breaks, each with its place."""
    at = start
    for is_word, piece in groupby(text[start:end], key=_is_of_a_word):
        run = [*piece]
        if is_word:
            yield at, "".join(run)
        else:
            yield from ((at + place, token) for place, token in enumerate(run) if is_number(token))
        at += len(run)


def _is_of_a_word(token: str) -> bool:
    return token not in BREAKS and not is_number(token)
