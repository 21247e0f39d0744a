"""Where a text names areas of the graph: the graph's own names say where an address is to be cut."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from graph.engines import Value
from graph.query import Query
from graph.rows import Found, Row
from graph.search.once import Once
from graph.search.place_names import LEAST, ZONES, Tokens, another_sort, forms, with_peoples
from graph.search.terms import BEGIN, NUMBER, ORDER, mark
from graph.vocabulary import AREA_KINDS, Kind

MOST = 1000
"""Areas whose names begin alike that are compared with a text."""
MAX_PEOPLES = 20
"""Characters of the peoples that a place is named after, as far as they are looked at."""
MAX_TOKENS = 80
"""Tokens of a text in which areas are looked for: no address is longer."""

# Those below bear numbers, or names that are found inside what is above them.
_KINDS = [kind for kind in ORDER if kind in AREA_KINDS and mark(kind) == mark(Kind.TOWN)]


class NearestAround(Row):
    """The ids, names and kinds of the areas around one, nearest first."""

    id: str
    ids: list[str]
    names: list[str]
    kinds: list[Kind]


_MENTIONED = Query("search/mentioned", Found)
_AROUND = Query("search/around", NearestAround)


class Manner(IntEnum):
    """How a text names an area: as another sort of place (新华街道 for 新华社区), short (新华), or whole."""

    OTHERWISE = 1
    SHORT = 2
    WHOLE = 3


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """Tokens of a text that name something, from the first to before the last, and in which manner."""

    start: int
    end: int
    manner: Manner


@dataclass(frozen=True, slots=True)
class MentionedArea:
    """An area that a text may name, and what is around it."""

    found: Found
    around: NearestAround

    @property
    def ids(self) -> list[str]:
        """Its id and those of the areas around it."""
        return [self.found.id, *self.around.ids]

    @property
    def top(self) -> tuple[str, Kind]:
        """The name and the kind of the highest area around it, or its own."""
        around = self.around
        return (around.names[-1], around.kinds[-1]) if around.ids else (self.found.name, self.found.kind)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The areas a text may name by id, and where it names each."""

    areas: dict[str, MentionedArea]
    spans: dict[str, list[MentionSpan]]


def mentions(engine: Once, text: Sequence[str]) -> Mentions:
    """Return the areas that a text's tokens name somewhere."""
    places = _places(text)
    begins: list[Value] = [*places, *_zones(text)]
    rows = _MENTIONED.all(engine, begins=begins, kinds=[*_KINDS], limit=MOST, day=engine.day) if begins else []
    spans: dict[str, list[MentionSpan]] = {}
    for row in rows:
        if named := [*dict.fromkeys(_spans(row, text, places))]:
            spans[row.id] = named
    ids: list[Value] = [*spans]
    around = {one.id: one for one in _AROUND.all(engine, ids=ids, day=engine.day)} if ids else {}
    areas = {row.id: MentionedArea(row, around[row.id]) for row in rows if row.id in around}
    return Mentions(areas, {id: spans[id] for id in areas})


def _places(text: Sequence[str]) -> dict[str, list[int]]:
    """Return where each beginning of a name that a text may hold stands, by what the terms of such a name hold."""
    between = mark(Kind.TOWN)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(min(len(text), MAX_TOKENS) - 1):
        first = text[at : at + LEAST]
        if all(_is_of_names(token) for token in first):
            counted = (f"{NUMBER}{token}" if token.isdecimal() else token for token in first)
            places[between.join([BEGIN, *counted, ""])].append(at)
    return dict(places)


def _zones(text: Sequence[str]) -> list[str]:
    """Return what the terms of the zones hold that a text may name without the place they are of: 高新区."""
    between, whole = mark(Kind.TOWN), "".join(text)
    return [between.join(["", *held, ""]) for held, usual in ZONES.items() if usual in whole]


def _is_of_names(token: str) -> bool:
    return token.isdecimal() or (len(token) == 1 and re.match(r"\w", token) is not None)


def _spans(row: Found, text: Sequence[str], places: dict[str, list[int]]) -> Iterator[MentionSpan]:
    whole, short = forms(row.name)
    between = mark(row.kind)
    for name in (*whole, *short):
        manner = Manner.WHOLE if name in whole else Manner.SHORT
        counted = (f"{NUMBER}{token}" if token.isdecimal() else token for token in name[:LEAST])
        for at in places.get(between.join([BEGIN, *counted, ""]), []):
            end = at + len(name)
            if tuple(text[at:end]) != name:
                continue
            yield MentionSpan(at, end, manner)
            if manner is Manner.SHORT and (longer := with_peoples("".join(text[end : end + MAX_PEOPLES]), row.name)):
                yield MentionSpan(at, end + longer, Manner.WHOLE)
            elif manner is Manner.SHORT and (longer := another_sort("".join(_run(text, end)), row.kind)):
                yield MentionSpan(at, end + longer, Manner.OTHERWISE)


def _run(text: Sequence[str], start: int) -> Tokens:
    """Return the few tokens from a place on that may be one word."""
    return tuple(text[start : start + 4])
