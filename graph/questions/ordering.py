"""Lists whose items are more than an entity, such as memberships: sorted by what an item says, once the list is whole."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from graph.pages import Page, Paging
from graph.questions.sorting import ALL, sort_keys, sorted_items
from graph.readings import Reading

T = TypeVar("T")

_ORDERED = (str, int, float, date, NoneType)


def ordered(
    paging: Paging,
    ask: Callable[[Paging], Reading[Page[T]]],
    item: type[T],
    *,
    id_of: Callable[[T], str] | None = None,
) -> Reading[Page[T]]:
    """Return the page that is asked for, sorted as it is asked for; raise FilterError.

    ``id_of`` tells what an item is unlike any other by; without it that is its place in the list.
    """
    if not paging.sort:
        return ask(paging)
    ways = _ways(item)
    keys = sort_keys(paging.sort, ways)

    def page(whole: Page[T]) -> Page[T]:
        found = sorted_items(
            enumerate(whole.items),
            keys,
            paging,
            values_of=lambda one: [_at(one[1], ways[key.key]) for key in keys],
            id_of=lambda one: f"{one[0]:09}" if id_of is None else id_of(one[1]),
        )
        return found.of(lambda one: one[1])

    return ask(Paging(ALL)).map(page)


@cache
def _ways(item: type[Any]) -> Mapping[str, tuple[str, ...]]:
    """Return what an item may be sorted by, each with the fields that lead to it: its own values, and those of a record in it."""
    fields = get_type_hints(item)
    ways = {name: (name,) for name, hint in fields.items() if _has_order(hint)}
    for name, hint in fields.items():
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            inner = get_type_hints(hint)
            ways |= {key: (name, key) for key in hint.model_fields if key not in ways and _has_order(inner[key])}
    return ways


def _has_order(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _has_order(get_args(annotation)[0])
    parts = get_args(annotation)
    if parts and not isinstance(annotation, type):
        return all(_has_order(part) for part in parts)
    return isinstance(annotation, type) and issubclass(annotation, _ORDERED)


def _at(item: object, way: tuple[str, ...]) -> object:
    for name in way:
        item = getattr(item, name)
    return item
