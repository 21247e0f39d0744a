"""The entities a text's spellings find, class by class and within one kind by kind."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graph.engines import Value
from graph.query import Query
from graph.rows import Found
from graph.search.once import Once
from graph.search.spellings import Closeness, Look, Spelling, looks
from graph.search.terms import ORDER
from graph.vocabulary import Kind

SPARE = 40
"""Entities of one look, beyond those asked for, that are fetched and sorted; of more the index is walked in order."""


class FoundAt(Found):
    """What one of several looks came upon; ``place`` is that look's among them."""

    place: int


_FOUND = Query("search/found", FoundAt)
_FIRST_OF_KINDS = Query("search/first_of_kinds", Found)
_PLACES = {kind: place for place, kind in enumerate(ORDER)}

Class = tuple[Sequence[Spelling], Closeness]
"""Spellings, and how closely what is found agrees with one of them."""


def place(found: Found) -> tuple[int, str]:
    """Return where something found stands among what agrees as closely: higher in the tree first, then by id."""
    return _PLACES[found.kind], found.id


@dataclass(frozen=True, slots=True)
class _Group:
    """What one look answers: it finds none that an earlier class's look at the same kinds finds."""

    look: Look
    without: tuple[str, ...]

    def parameters(self, place: int) -> dict[str, Value]:
        look = self.look
        return {"place": place, "kinds": look.kinds, "needles": look.needles, "without": self.without}


def matches(
    engine: Once, classes: Sequence[Class], kinds: Collection[Kind], *, seen: Collection[str], limit: int
) -> list[Found]:
    """Return the first entities of some kinds that agree, class by class, without those ``seen``; all in one question."""
    groups = _groups(classes, kinds)
    if not groups:
        return []
    without, most = sorted(seen), limit + SPARE
    asked: list[Value] = [group.parameters(place) for place, group in enumerate(groups)]
    rows = _FOUND.all(engine, groups=asked, seen=without, most=most, total=most + limit, day=engine.day)
    ranked: list[Found] = []
    for at, group in enumerate(groups):
        found: list[Found] = [row for row in rows if row.place == at]
        if len(found) >= most:
            found = _walked(engine, group, without, limit - len(ranked))
        ranked += sorted(found, key=place)
        if len(ranked) >= limit:
            break
    return ranked[:limit]


def held(engine: Once, names: Sequence[Sequence[Spelling]], kinds: Collection[Kind]) -> list[bool]:
    """Return of each name, by its spellings, whether the name of any entity of some kinds holds it; all in one question."""
    asked: list[Value] = [
        {"place": place, "kinds": look.kinds, "needles": look.needles, "without": ()}
        for place, spelled in enumerate(names)
        for look in looks(spelled, kinds, closeness=Closeness.PART)
    ]
    rows = _FOUND.all(engine, groups=asked, seen=[], most=1, total=len(asked), day=engine.day) if asked else []
    places = {row.place for row in rows}
    return [place in places for place in range(len(names))]


def _groups(classes: Sequence[Class], kinds: Collection[Kind]) -> list[_Group]:
    groups: list[_Group] = []
    before: dict[tuple[Kind, ...], tuple[str, ...]] = {}
    for spelled, closeness in classes:
        for look in looks(spelled, kinds, closeness=closeness):
            without = before.get(look.kinds, ())
            groups.append(_Group(look, without))
            before[look.kinds] = without + look.needles
    return groups


def _walked(engine: Once, group: _Group, seen: list[str], limit: int) -> list[Found]:
    look = group.look
    return _FIRST_OF_KINDS.all(
        engine, kinds=look.kinds, needles=look.needles, without=group.without, seen=seen, limit=limit, day=engine.day
    )
