"""A load under way: what it was asked for, what it did so far, and how each of its batches is decided and written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from pydantic import BaseModel

from graph.changes import Deed, change
from graph.engines import Engine, Transaction, Value
from graph.loading.captioning import Captions
from graph.loading.publication import Contents
from graph.loading.summary import Conflict, Summary
from graph.progress import Report, Step
from graph.query import Query
from graph.vocabulary import Action
from words import Said

BATCH = 1000
"""Rows a transaction: what bounds the memory of both sides."""
MANY = 10_000
"""Ids an answer, where nothing but ids is asked for."""

T = TypeVar("T")
R = TypeVar("R", bound=BaseModel)


class Read(Protocol):
    """Asks the graph: outside a transaction, or inside the one that will write."""

    def __call__(self, query: Query[R], **parameters: Value) -> list[R]:
        """Return every row."""
        ...


class Decided(Protocol):
    """What was decided about a batch."""

    @property
    def writes(self) -> bool:
        """Whether anything is to be written."""
        ...


D = TypeVar("D", bound=Decided)


@dataclass(slots=True)
class Missing:
    """Rows that say they stand and were left as conflicts: what hangs on them cannot be joined to them."""

    absent: set[str] = field(default_factory=set[str])
    closed: set[str] = field(default_factory=set[str])

    def copy(self) -> "Missing":
        """Return the same, to be added to."""
        return Missing(set(self.absent), set(self.closed))

    def first(self, ends: Sequence[str], *, standing: bool) -> str | None:
        """Return the first of some ids that a relationship, to stand or past, cannot be joined to."""
        unfit = self.absent | self.closed if standing else self.absent
        return next((id for id in ends if id in unfit), None)


@dataclass(slots=True)
class UnderWay:
    """One load."""

    engine: Engine
    contents: Contents
    actor: str
    today: date
    overwrite: bool
    report: Report
    summary: Summary = field(default_factory=Summary)
    missing: Missing = field(default_factory=Missing)
    captions: Captions = field(init=False)
    # The days on which what is stated as ended did: it is closed last, and what leads to it ends with it.
    ends: dict[str, date] = field(init=False)
    # The ends that were none: what ended with them is taken up again, in whichever batch its row stands.
    taken_back: dict[str, date] = field(default_factory=dict[str, date])
    # Whether the batch before wrote: then the next one most likely will, and is not looked at first.
    wrote: bool = False

    def __post_init__(self) -> None:
        """Know the captions of all that is stated, and what is stated as ended."""
        self.captions = Captions(self.contents.facts)
        self.ends = {fact.id: fact.valid_to for fact in self.contents.facts if fact.valid_to is not None}

    def settle(self, plan: Callable[[Read], D], write: Callable[[Transaction, D], Deed]) -> D:
        """Decide about a batch and write what was decided, in one transaction; return what was decided.

        Nothing is recorded where nothing is to be written.
        """
        if not self.wrote:
            # A look that finds nothing to do keeps no other writer waiting.
            final = plan(self._read)
            if not final.writes:
                return final
        decided: list[D] = []

        def work(transaction: Transaction) -> Deed | None:
            def read(query: Query[R], **parameters: Value) -> list[R]:
                return query.within(transaction, **parameters)

            # Behind the counter's lock: what another writer did meanwhile is seen.
            decided.append(plan(read))
            return write(transaction, decided[-1]) if decided[-1].writes else None

        self.wrote = change(self.engine, actor=self.actor, work=work) is not None
        return decided[-1]

    def deed(self, before: Sequence[Value], after: Sequence[Value]) -> Deed:
        """Return what a batch did, as its Change records it."""
        return Deed(action=Action.LOAD, entity_id=None, before=before, after=after, basis=self.contents.basis)

    def conflict(self, id: str, why: Said) -> None:
        """Take note of something that is left alone."""
        self.summary.conflicts.append(Conflict(id, why))

    def progress(self, title: Said, done: int, total: int) -> None:
        """Tell the caller where the load stands."""
        self.report(Step(title, done, total, "rows"))

    def _read(self, query: Query[R], **parameters: Value) -> list[R]:
        return query.all(self.engine, **parameters)


def batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield parts of a size that fits a transaction."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
