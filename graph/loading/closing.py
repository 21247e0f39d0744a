"""The end of a load: closing what is stated as ended and what is no longer stated, subordinates first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.changes import Deed
from graph.engines import Engine, Transaction, Value
from graph.loading.decisions import as_left
from graph.loading.editing import edit_closing
from graph.loading.facts import Fact
from graph.loading.held import OWN, Held, held_of
from graph.loading.under_way import MANY, Read, UnderWay, batches
from graph.loading.writing import write_edits
from graph.query import Query
from graph.rows import Row
from graph.vocabulary import AtEnd, Kind, Relationship, at_end
from words import said


class LoadedIds(Row):
    """The ids of many."""

    ids: list[str]


class Dependents(Row):
    """Those that stand on an entity by one type of link: their ids, what they are, and to how many others each has such a link.

    ``is_loaded``: a row states them.
    """

    id: str
    type: Relationship
    kind: str | None
    is_loaded: bool
    left: int
    dependents: list[str]

    @property
    def at_end(self) -> AtEnd:
        """What their link does when the entity ends, by the model."""
        return at_end(Kind(self.kind) if self.kind in set(Kind) else None, self.type, self.left)


_LOADED = Query("load/loaded", LoadedIds)
_DEPENDED_ON = Query("load/depended_on", Dependents)


@dataclass(slots=True)
class _Plan:
    """What is to be done about a batch of entities that are to be closed; what is not in ``settled`` waits.

    ``let_go`` are those by which more stands than their own links: it ends with them. ``first`` are to be closed before,
    on the day of what they cannot be without.
    """

    settled: list[str] = field(default_factory=list[str])
    closed: list[tuple[Fact | None, Held]] = field(default_factory=list[tuple[Fact | None, Held]])
    let_go: list[str] = field(default_factory=list[str])
    first: dict[str, str] = field(default_factory=dict[str, str])
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
    days: dict[str, date] = dict(under_way.ends)
    done, is_idle = 0, False
    while waiting and not is_idle:
        is_idle = True
        for batch in batches(sorted(waiting)):
            plan = _close_batch(under_way, {id: waiting[id] for id in batch}, days)
            for id in plan.settled:
                del waiting[id]
            first = {id: of for id, of in plan.first.items() if id not in waiting and id not in stated}
            waiting |= dict.fromkeys(first)
            days |= {id: days.get(of, under_way.today) for id, of in first.items()}
            is_idle = is_idle and not plan.settled and not first
            done += len(plan.settled)
            under_way.progress(said("Closing what has ended"), done, done + len(waiting))
    for id in sorted(waiting):
        under_way.conflict(
            id, said("it is to be closed, but something made by other means, or left as it is, stands on it")
        )


def _close_batch(under_way: UnderWay, facts: Mapping[str, Fact | None], days: Mapping[str, date]) -> _Plan:
    def plan(read: Read) -> _Plan:
        plan = _Plan()
        dependents = read(_DEPENDED_ON, ids=list(facts), types=OWN)
        held_back = _held_back(plan, dependents, overwrite=under_way.overwrite)
        plan.settled = [id for id in facts if id not in held_back]
        for held in held_of(read, sorted(plan.settled)):
            _decide_one(plan, facts[held.id], held, overwrite=under_way.overwrite)
        return plan

    def write(transaction: Transaction, plan: _Plan) -> Deed:
        let_go = sorted({*plan.let_go} & {held.id for _, held in plan.closed})
        edits = edit_closing(transaction, plan.closed, let_go, days, under_way.today)
        after: list[Value] = [
            {"id": held.id, "valid_to": days.get(held.id, under_way.today)} if fact is None else fact.snapshot()
            for fact, held in plan.closed
        ]
        write_edits(transaction, edits, under_way.captions)
        return under_way.deed([held.snapshot() for _, held in plan.closed], after)

    final = under_way.settle(plan, write)
    under_way.summary.closed += len(final.closed)
    under_way.summary.unchanged += final.unchanged
    for id in final.conflicts:
        under_way.conflict(
            id, said("it is to be closed, but it was changed in the graph by other means since it was loaded")
        )
    return final


def _held_back(plan: _Plan, dependents: Sequence[Dependents], *, overwrite: bool) -> set[str]:
    """Return the entities that cannot be closed now, and note in the plan what goes before them or with them.

    What the model lets end, or close, with an entity does so only where rows come first: it was made by other means.
    """
    held_back: set[str] = set()
    for group in dependents:
        if group.type is Relationship.MEMBER_OF and overwrite:
            plan.let_go.append(group.id)
        elif group.is_loaded or not overwrite or group.at_end is AtEnd.REFUSES:
            held_back.add(group.id)
        elif group.at_end is AtEnd.CLOSES:
            held_back.add(group.id)
            plan.first |= dict.fromkeys(group.dependents, group.id)
        else:
            plan.let_go.append(group.id)
    return held_back


def _decide_one(plan: _Plan, fact: Fact | None, held: Held, *, overwrite: bool) -> None:
    if held.valid_to is not None:
        # Another load at the same time was first.
        plan.unchanged += fact is not None
    elif as_left(held, overwrite=overwrite):
        plan.closed.append((fact, held))
    else:
        plan.conflicts.append(held.id)


def _gone(engine: Engine, stated: set[str]) -> Iterator[str]:
    after = ""
    while True:
        ids = _LOADED.all(engine, after=after, limit=MANY)[0].ids
        yield from (id for id in ids if id not in stated)
        if len(ids) < MANY:
            return
        after = ids[-1]
