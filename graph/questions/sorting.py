"""In which order a list is answered: by properties, several of them one after the other, and last by id.

Texts are compared by the code points of their characters, as Neo4j compares them: a character may have several readings, and an
order by pinyin would depend on which is meant. What has no value comes last, whichever way it is sorted.
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cmp_to_key
from typing import Any, TypeVar, cast

from graph.engines import Engine, Value
from graph.errors import FilterError
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.rows import Row
from graph.vocabulary import MODEL, Kind, Type
from words import enumerated, said

T = TypeVar("T")

MAX_SORT_KEYS = 4
"""By as many properties a list is sorted at most: the statement's own ceiling."""
ALL = 2**31 - 2
"""More items than any list has."""
_EVERY = ("id", "kind", "name", "valid_from", "source")
_COMPARED = {Type.COUNT: "count", Type.FLAG: "flag", Type.DAY: "day", Type.DUE: "day"}
_TYPES = {one.key: _COMPARED.get(one.type, "text") for model in MODEL.values() for one in model.shown} | {
    "valid_from": "day"
}
"""What the values of a property are, to be compared: anyone may have written another into the graph."""


class Sorted(Row):
    """An entity of a sorted list by its id, with the values it was sorted by."""

    id: str
    values: list[Any]


@dataclass(frozen=True, slots=True)
class SortKey:
    """A property by which a list is sorted, and whether from its largest value down."""

    key: str
    is_descending: bool


_SORTED = Query("lists/sorted", Sorted)


def sortable(kinds: Iterable[Kind]) -> list[str]:
    """Return the keys by which entities of some kinds may be sorted: what every entity has, and what answers show that has an order, but prose."""
    shown = (one.key for kind in kinds for one in MODEL[kind].shown if one.type not in {Type.TEXTS, Type.PROSE})
    return [*dict.fromkeys((*_EVERY, *shown))]


def sort_keys(texts: Sequence[str], known: Collection[str]) -> list[SortKey]:
    """Return what ``name`` and ``-valid_from`` say; raise FilterError, which names what may be sorted by."""
    keys = [SortKey(text.removeprefix("-"), text.startswith("-")) for text in texts]
    if any(key.key not in known for key in keys):
        raise _refused(
            said("It is one of {known}, each also with - before it for the largest first.", known=enumerated(known))
        )
    if len({key.key for key in keys}) < len(keys):
        raise _refused(said("Each property may be given once only."))
    if len(keys) > MAX_SORT_KEYS:
        raise _refused(said("It takes {most} properties at most.", most=MAX_SORT_KEYS))
    return keys


def sorted_ids(engine: Engine, ids: Sequence[str], keys: Sequence[SortKey], paging: Paging, *, day: date) -> Page[str]:
    """Return a page of the entities of those ids, sorted; ``after`` is the last one's values and its id."""
    values, last_id = ("[]", "") if paging.after is None else map(str, paging.after)
    rows = _SORTED.all(
        engine,
        ids=[*ids],
        sort=[{"key": key.key, "type": _type(key), "is_descending": key.is_descending} for key in keys],
        is_first=paging.after is None,
        last_values=[_value(key, value) for key, value in zip(keys, json.loads(values), strict=False)],
        last_id=last_id,
        day=day,
        limit=paging.size + 1,
    )
    found = page(rows, size=paging.size, total=len(ids), key=lambda row: (_told(row.values), row.id))
    return found.of(lambda row: row.id)


def sorted_items(
    items: Iterable[T],
    keys: Sequence[SortKey],
    paging: Paging,
    *,
    values_of: Callable[[T], Sequence[object]],
    id_of: Callable[[T], str],
) -> Page[T]:
    """Return a page of a whole list, sorted; ``values_of`` tells what an item is sorted by, ``id_of`` what is unlike any other's."""
    placed = [(json.loads(_told(values_of(item))), id_of(item), item) for item in items]
    placed.sort(key=cmp_to_key(lambda one, other: _compared(one[:2], other[:2], keys)))
    rest = placed
    if paging.after is not None:
        last = json.loads(str(paging.after[0])), str(paging.after[1])
        rest = [one for one in placed if _compared(one[:2], last, keys) > 0]
    found = page(rest, size=paging.size, total=len(placed), key=lambda one: (_told(one[0]), one[1]))
    return found.of(lambda one: one[2])


def _compared(one: tuple[list[Any], str], other: tuple[list[Any], str], keys: Sequence[SortKey]) -> int:
    """Return which of two comes first, as a number below 0, above it, or 0: what has no value comes last."""
    for mine, its, key in zip(one[0], other[0], keys, strict=True):
        if mine == its:
            continue
        if mine is None or its is None:
            return 1 if mine is None else -1
        return 1 if (mine > its) is not key.is_descending else -1
    return (one[1] > other[1]) - (one[1] < other[1])


def _told(values: Iterable[object]) -> str:
    """Return values as the token of a page tells them; days as texts, which are in the same order."""
    return json.dumps([one.isoformat() if isinstance(one, date) else one for one in values], ensure_ascii=False)


def _type(key: SortKey) -> str:
    return _TYPES.get(key.key, "text")


def _value(key: SortKey, told: Value) -> Value:
    return date.fromisoformat(cast("str", told)) if told is not None and _type(key) == "day" else told


def _refused(words: Any) -> FilterError:
    return FilterError({"sort": words})
