"""What is found by a code of another system: the code itself is found first, and stands for what it identifies."""

import re
from collections.abc import Collection, Sequence

from graph.query import Query
from graph.rows import Found, Identification
from graph.search.matching import Class, matches
from graph.search.normal_form import plain
from graph.search.once import Once
from graph.search.spellings import Closeness, spellings
from graph.search.terms import CODE
from graph.vocabulary import Kind


class Identified(Found):
    """What a code identifies, with the code."""

    code_id: str
    scheme: str
    value: str


_IDENTIFIED = Query("search/identified", Identified)
_SHORTEST_APART = 6


class Codes:
    """The codes by which a search came upon something, by the ids of what they identify."""

    def __init__(self, engine: Once, text: str, kinds: Collection[Kind]) -> None:
        self._engine = engine
        self._text = text
        self._kinds = kinds
        self.found: dict[str, Identification] = {}

    def followed(self, found: Sequence[Found]) -> list[Found]:
        """Return what was found, with what they identify in the place of codes.

        A code stays what was found where codes are asked for, or where it was found by its own id.
        """
        codes = {one.id for one in found if one.kind is Kind.IDENTIFIER and plain(one.name) == self._text}
        if not codes or {*self._kinds} == {Kind.IDENTIFIER}:
            return [*found]
        led = self._led(codes)
        return [met for one in found for met in (led[one.id] if one.id in codes else [one])]

    def of(self, code: str | None, limit: int) -> list[Found]:
        """Return what a plain text identifies as a whole code; nothing where there is no text."""
        classes: list[Class] = [([one for one in spellings(code or "") if one.begin == CODE], Closeness.EXACT)]
        codes = matches(self._engine, classes, [Kind.IDENTIFIER], seen=(), limit=limit)
        led = self._led([one.id for one in codes]) if codes else {}
        return [met for one in codes for met in led[one.id]]

    def _led(self, codes: Collection[str]) -> dict[str, list[Found]]:
        """Return what each of some codes identifies, and take note of it."""
        led: dict[str, list[Found]] = {id: [] for id in codes}
        for row in _IDENTIFIED.all(self._engine, ids=sorted(codes), day=self._engine.day):
            if row.kind in self._kinds:
                self.found.setdefault(row.id, Identification(scheme=row.scheme, value=row.value))
                led[row.code_id].append(Found(id=row.id, kind=row.kind, name=row.name))
        return led


def together(text: str) -> str | None:
    """Return a code that is typed in groups as one, ``None`` for a text that is none in groups: 9122 0202 MA00 0000 79."""
    code = re.sub("[ -]", "", text)
    is_code = len(code) >= _SHORTEST_APART and code.isascii() and code.isalnum() and any(map(str.isdigit, code))
    return code if is_code and code != text else None
