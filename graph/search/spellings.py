"""What a text may mean: the spellings in which it is looked for, each to be cut to a kind's terms."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from graph.search.normal_form import characters
from graph.search.syllables import syllables
from graph.search.terms import BEGIN, CODE, END, ID, NUMBER, SHARING, counted, mark
from graph.vocabulary import PEOPLE, Kind


class Closeness(Enum):
    """How what is found agrees with what was asked for: it is it, begins so, holds it, or ends so."""

    EXACT = auto()
    PREFIX = auto()
    PART = auto()
    SUFFIX = auto()


@dataclass(frozen=True, slots=True)
class Spelling:
    """Tokens that an entity's terms may hold; the last one of an ``unfinished`` spelling may go on."""

    tokens: tuple[str, ...]
    begin: str = BEGIN
    end: str = END
    unfinished: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether it has numbers as tokens of their own."""
        return any(token.startswith(NUMBER) for token in self.tokens)

    def needle(self, kind: Kind, closeness: Closeness) -> str:
        """Return the text to be found in the terms of a kind; empty when there is none so close."""
        between = mark(kind)
        if self.begin == CODE and (closeness is not Closeness.EXACT or between != _MARK_OF_CODES):
            return ""
        if closeness is Closeness.EXACT:
            return between.join([self.begin, *self.tokens, self.end])
        if closeness is Closeness.SUFFIX:
            return between.join(["", *self.tokens, self.end])
        begun = between.join(self.tokens if self.unfinished else [*self.tokens, ""])
        if closeness is Closeness.PREFIX:
            return f"{self.begin}{between}{begun}"
        # An index of three characters at a time has no fewer: a single letter is found as an initial.
        return "" if self.begin == ID or len(begun) < 2 else f"{between}{begun}"


_MARK_OF_CODES = mark(Kind.IDENTIFIER)
_LEAST_OF_ID = 4
"""Characters by which ids that begin so are found: half of a city's begin with the same two."""


def spellings(text: str) -> list[Spelling]:
    """Return the spellings of a plain text: as written, with numbers in one spelling, as pinyin, as an id or a code.

    The last one is that as a code of another system. Initials are spelled as what is written is.
    """
    found = [Spelling(tuple(characters(text))), Spelling(counted(text))]
    found += [Spelling(read, unfinished=True) for read in syllables(_without_tones(text))]
    if re.fullmatch(r"\S+", text):
        found.append(Spelling((text,), ID, ID, unfinished=len(text) >= _LEAST_OF_ID))
        found.append(Spelling((text,), CODE, CODE))
    return [spelling for spelling in dict.fromkeys(found) if spelling.tokens]


def _without_tones(text: str) -> str:
    if not re.match(r"[\w\s'’·-]+$", text):
        return ""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


@dataclass(frozen=True, slots=True)
class Look:
    """A look into the index: some kinds that share a mark, and the texts their terms may hold, at least one."""

    kinds: tuple[Kind, ...]
    needles: tuple[str, ...]


def looks(spelled: Sequence[Spelling], kinds: Collection[Kind], *, closeness: Closeness) -> list[Look]:
    """Return where to look for some kinds, in the order of all kinds; people are looked for by their ids alone."""
    asked = [Look(together, _needles(spelled, together, closeness)) for together in _together(kinds)]
    return [look for look in asked if look.needles]


def _together(kinds: Collection[Kind]) -> Iterator[tuple[Kind, ...]]:
    for sharing in SHARING:
        if together := tuple(kind for kind in sharing if kind in kinds):
            yield together


def _needles(spelled: Sequence[Spelling], together: Sequence[Kind], closeness: Closeness) -> tuple[str, ...]:
    first = together[0]
    named = [one for one in spelled if first not in PEOPLE or one.begin == ID]
    return tuple(dict.fromkeys(needle for one in named if (needle := one.needle(first, closeness))))
