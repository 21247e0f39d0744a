"""The entities a text's spellings find, class by class and kind by kind."""

from collections.abc import Collection, Sequence

from graph.engines import Engine
from graph.query import Query
from graph.rows import Found
from graph.search.spellings import Closeness, Spelling, needles
from graph.search.terms import ORDER
from graph.vocabulary import Kind

SPARE = 40
"""Entities of one kind, beyond those asked for, that are fetched and sorted; of more the index is walked in order."""

_FOUND = Query("search/found", Found)
_FIRST_OF_KIND = Query("search/first_of_kind", Found)
_PLACES = {kind: place for place, kind in enumerate(ORDER)}


def place(found: Found) -> tuple[int, str]:
    """Return where something found stands among what agrees as closely: higher in the tree first, then by id."""
    return _PLACES[found.kind], found.id


def matches(
    engine: Engine,
    spelled: Sequence[Spelling],
    kinds: Sequence[Kind],
    *,
    closeness: Closeness,
    seen: Collection[str],
    limit: int,
) -> list[Found]:
    """Return the first entities of some kinds that agree so closely, without those ``seen``."""
    groups = needles(spelled, kinds, closeness=closeness)
    if not any(groups):
        return []
    without = sorted(seen)
    most = limit + SPARE
    rows = _FOUND.all(engine, groups=list(groups), seen=without, most=most, total=most + limit)
    ranked: list[Found] = []
    for kind, texts in zip(kinds, groups, strict=True):
        of_kind = [row for row in rows if row.kind is kind]
        if len(of_kind) >= most:
            wanted = limit - len(ranked)
            of_kind = _FIRST_OF_KIND.all(engine, kind=kind, needles=list(texts), seen=without, limit=wanted)
        ranked += sorted(of_kind, key=place)
        if len(ranked) >= limit:
            break
    return ranked[:limit]
