"""A page of a list: a part in a total order, and where the next part begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)

Key = tuple[int | str, ...]
"""Where an item stands in its list's order: its id, or its depth and its id, or two ids."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list is asked for: at most ``size`` items after the one with key ``after``.

    ``sort``: by which properties, each with a minus before it for the largest first; the list's own order where there are
    none. Lists of entities are asked for in that order; other lists through ``graph.questions.ordering``.
    """

    size: int
    after: Key | None = None
    sort: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """A part of a list; ``total`` counts the whole list, ``after`` is ``None`` on the last page."""

    items: Sequence[T_co]
    total: int
    after: Key | None

    def of(self, change: Callable[[T_co], U]) -> "Page[U]":
        """Return the page of what each item becomes."""
        return Page([*map(change, self.items)], self.total, self.after)


def page(rows: Sequence[T], *, size: int, total: int, key: Callable[[T], Key]) -> Page[T]:
    """Return a page of rows that were asked for with one more than ``size``: the one more says the list goes on."""
    items = list(rows[:size])
    return Page(items=items, total=total, after=key(items[-1]) if len(rows) > size else None)


def every(ask: Callable[[Paging], Page[T]], *, size: int = 1000, sort: Sequence[str] = ()) -> list[T]:
    """Return a whole list, asked for page by page."""
    found = ask(Paging(size, sort=sort))
    items = [*found.items]
    while found.after is not None:
        found = ask(Paging(size, found.after, sort))
        items += found.items
    return items
