"""The end of a load: closing what is stated as ended and what is no longer stated, subordinates first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.changes import Deed
from graph.engines import Engine, Transaction, Value
from graph.loading.decisions import as_left
from graph.loading.facts import Fact
from graph.loading.held import OWN, Held, held_of
from graph.loading.under_way import MANY, Read, UnderWay, batches
from graph.loading.writing import alter, bring, join_up, run
from graph.query import Query
from graph.rows import Row
from graph.vocabulary import Label, Relationship


class Loaded(Row):
    """The id of an entity."""

    id: str


class LoadedIds(Row):
    """The ids of many."""

    ids: list[str]


_LOADED = Query("load/loaded", LoadedIds)
_DEPENDED_ON = Query("load/depended_on", Loaded)
_DOMAIN: list[Value] = [relationship.value for relationship in Relationship]


@dataclass(slots=True)
class _Plan:
    """What is to be done about a batch of entities that are to be closed; what is not in ``settled`` waits."""

    settled: list[str] = field(default_factory=list[str])
    closed: list[tuple[Fact | None, Held]] = field(default_factory=list[tuple[Fact | None, Held]])
    unchanged: int = 0
    conflicts: list[str] = field(default_factory=list[str])

    @property
    def writes(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.closed)


def close_ended(under_way: UnderWay, ended: Mapping[str, Fact]) -> None:
    """Close ``ended`` on the days their facts state, and as of today what a load once wrote and none states now.

    Rounds, each of what nothing stands on any more, until a round finds nothing: what is then left carries something
    that was left alone, and is a conflict.
    """
    stated = {fact.id for fact in under_way.contents.facts}
    waiting: dict[str, Fact | None] = {**ended, **dict.fromkeys(_gone(under_way.engine, stated))}
    total, before = len(waiting), -1
    while waiting and len(waiting) != before:
        before = len(waiting)
        for batch in batches(sorted(waiting)):
            for id in _close_batch(under_way, {id: waiting[id] for id in batch}):
                del waiting[id]
            under_way.progress("Closing what has ended", total - len(waiting), total)
    for id in sorted(waiting):
        under_way.conflict(id, "it is to be closed, but something made by other means, or left as it is, stands on it")


def _close_batch(under_way: UnderWay, facts: Mapping[str, Fact | None]) -> list[str]:
    def plan(read: Read) -> _Plan:
        depended_on = read(_DEPENDED_ON, ids=list(facts), types=OWN, with_members=not under_way.overwrite)
        free = facts.keys() - {row.id for row in depended_on}
        plan = _Plan(settled=list(free))
        for held in held_of(read, sorted(free)):
            _decide_one(plan, facts[held.id], held, overwrite=under_way.overwrite)
        return plan

    def write(transaction: Transaction, plan: _Plan) -> Deed:
        after: list[Value] = [
            {"id": held.id, "valid_to": under_way.today} if fact is None else fact.snapshot()
            for fact, held in plan.closed
        ]
        _close(transaction, plan.closed, under_way)
        return under_way.deed([held.snapshot() for _, held in plan.closed], after)

    final = under_way.settle(plan, write)
    under_way.summary.closed += len(final.closed)
    under_way.summary.unchanged += final.unchanged
    for id in final.conflicts:
        under_way.conflict(id, "it is to be closed, but it was changed in the graph by other means since it was loaded")
    return final.settled


def _decide_one(plan: _Plan, fact: Fact | None, held: Held, *, overwrite: bool) -> None:
    if held.valid_to is not None:
        # Another load at the same time was first.
        plan.unchanged += fact is not None
    elif as_left(held, overwrite=overwrite):
        plan.closed.append((fact, held))
    else:
        plan.conflicts.append(held.id)


def _close(transaction: Transaction, closings: list[tuple[Fact | None, Held]], under_way: UnderWay) -> None:
    """Close entities with every relationship they still have, and put right what their rows state otherwise."""
    today = under_way.today
    days = [(held, _day(fact, today)) for fact, held in closings]
    ends: list[Value] = [{"id": held.id, "valid_to": day} for held, day in days]
    run(transaction, "load/unlink_all", rows=ends, types=_DOMAIN)
    bring(transaction, [_closed_row(held, day) for held, day in days])
    restated = [(fact, held.as_closed(day)) for (fact, held), (_, day) in zip(closings, days, strict=True) if fact]
    alter(transaction, restated, today, under_way.captions)
    join_up(transaction, [], restated, today)


def _closed_row(held: Held, day: date) -> dict[str, Value]:
    # No row states it now: one that comes back differs from this and opens it again.
    properties: dict[str, Value] = {
        "valid_to": day,
        "terms": None,
        "caption": None,
        "row_digest": "",
        "state_digest": held.digest_closed(day),
    }
    return {"id": held.id, "labels": [Label.ENTITY.value, Label.CLOSED.value], "properties": properties}


def _day(fact: Fact | None, today: date) -> date:
    return today if fact is None or fact.valid_to is None else fact.valid_to


def _gone(engine: Engine, stated: set[str]) -> Iterator[str]:
    after = ""
    while True:
        ids = _LOADED.all(engine, after=after, limit=MANY)[0].ids
        yield from (id for id in ids if id not in stated)
        if len(ids) < MANY:
            return
        after = ids[-1]
