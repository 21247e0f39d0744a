"""The links of a load whose rows state their own days, the memberships: decided by the pair of ends, all rows of a pair together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import cast

from graph.captions import role_caption
from graph.changes import Deed
from graph.engines import Engine, Transaction, Value
from graph.history import Around, DatedLink, Life, LinkChange, brought, link_changes, parted
from graph.loading.decisions import Plan, Verdict, as_left, decide, why_conflict
from graph.loading.facts import Bond, bond_digest
from graph.loading.held import HELD_BONDS, HeldBond
from graph.loading.link_writing import write_links
from graph.loading.matching import match
from graph.loading.under_way import MANY, Missing, Read, UnderWay, batches
from graph.query import Query
from graph.rows import Row
from words import Said, said

_Pair = tuple[str, str]


@dataclass(slots=True)
class _BondPlan(Plan[Bond, HeldBond]):
    """What is to be done about a batch of memberships; ``held`` are all there are or were, by their pairs."""

    held: dict[_Pair, list[HeldBond]] = field(default_factory=dict[_Pair, list[HeldBond]])

    @property
    def writes(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.added or self.changed or self.ended or self.gone or self.adopted)


class LoadedPairs(Row):
    """The pairs of memberships that a load has written."""

    pairs: list[_Pair]


_LOADED_LINKS = Query("load/loaded_links", LoadedPairs)


def load_dated_links(under_way: UnderWay) -> None:
    """Load the memberships, and end those a load once wrote that no row states any more."""
    bonds = under_way.contents.bonds
    done = len(under_way.contents.facts)
    total = done + len(bonds)
    stated: dict[_Pair, list[Bond]] = {}
    for bond in sorted(bonds, key=_pair):
        stated.setdefault(_pair(bond), []).append(bond)
    for pair in _loaded_pairs(under_way.engine):
        stated.setdefault(pair, [])
    for pairs in batches(sorted(stated)):
        rows = {pair: stated[pair] for pair in pairs}
        _load_batch(under_way, rows)
        done += sum(map(len, rows.values()))
        under_way.progress(said("Loading {name}", name=under_way.contents.name), done, total)


def _load_batch(under_way: UnderWay, stated: dict[_Pair, list[Bond]]) -> None:
    pairs: list[Value] = [list(pair) for pair in stated]

    def plan(read: Read) -> _BondPlan:
        held = {pair: list(found) for pair, found in groupby(read(HELD_BONDS, pairs=pairs), _pair)}
        plan = _BondPlan()
        for pair, bonds in stated.items():
            plan.held[pair] = held.get(pair, [])
            _plan_pair(plan, bonds, plan.held[pair], under_way)
        return plan

    def write(transaction: Transaction, plan: _BondPlan) -> Deed:
        write_links(transaction, _changes(plan, under_way))
        return _deed(under_way, plan)

    final = under_way.settle(plan, write)
    under_way.summary.added += len(final.added)
    under_way.summary.changed += len(final.changed)
    under_way.summary.closed += len(final.ended) + len(final.gone)
    under_way.summary.unchanged += final.unchanged + len(final.adopted)
    for id, why in final.conflicts:
        under_way.conflict(id, why)


def _plan_pair(plan: _BondPlan, stated: Sequence[Bond], held: Sequence[HeldBond], under_way: UnderWay) -> None:
    matched, left = match(stated, held)
    for bond, found in matched:
        why = _decide_one(plan, bond, found, under_way)
        if why is not None:
            plan.conflicts.append((_named(bond), why))
    for one in left:
        if one.row_digest is None:
            continue
        if as_left(one, overwrite=under_way.overwrite):
            plan.gone.append(one)
        else:
            why = said("its row is gone, but it was changed in the graph by other means since it was loaded")
            plan.conflicts.append((_named(one), why))


def _decide_one(plan: _BondPlan, bond: Bond, found: HeldBond | None, under_way: UnderWay) -> Said | None:
    """Put a row where it belongs in the plan, or return why it is a conflict."""
    if found is None:
        why = _cannot_join(bond, under_way.missing)
        if why is None:
            plan.added.append(bond)
        return why
    verdict = decide(bond.digest(), found, overwrite=under_way.overwrite)
    if verdict is Verdict.CONFLICT:
        return why_conflict(found)
    if verdict is Verdict.ADOPT:
        plan.adopted.append((bond, found))
    elif verdict is Verdict.LEAVE:
        plan.unchanged += 1
    elif bond.valid_to is not None and found.valid_to is None:
        plan.ended.append((bond, found))
    else:
        why = _cannot_join(bond, under_way.missing) if found.valid_to is not None or bond.role != found.role else None
        if why is None:
            plan.changed.append((bond, found))
        return why
    return None


def _cannot_join(bond: Bond, missing: Missing) -> Said | None:
    end = missing.first(_pair(bond), standing=bond.valid_to is None)
    return None if end is None else said("it is to be joined to {end}, which was left as it is", end=end)


def _around(plan: _BondPlan, under_way: UnderWay) -> Around:
    lives = {id: life for held in plan.held.values() for one in held for id, life in one.lives.items()}
    return Around({id: life if life.ended else Life(life.begun, under_way.ends.get(id)) for id, life in lives.items()})


def _changes(plan: _BondPlan, under_way: UnderWay) -> list[LinkChange]:
    """Return what differs between the memberships there are and those to be."""
    around, today = _around(plan, under_way), under_way.today
    changes = [LinkChange(None, _marked(bond, bond.dated)) for bond in plan.added]
    changes += [
        LinkChange(held.dated, _marked(bond, replace(bond.dated, key=held.element_id))) for bond, held in plan.adopted
    ]
    for bond, held in [*plan.changed, *plan.ended]:
        others = [one.dated for one in plan.held[_pair(held)]]
        *former, state = brought(bond.dated, held.dated, others, today, around, is_unstated=held.is_unstated)
        changes += link_changes([held.dated], [*map(_unstated, former), _marked(bond, state)])
    for held in plan.gone:
        changes += link_changes([held.dated], [_unstated(parted(held.dated, today, around))])
    return changes


def _marked(bond: Bond, state: DatedLink) -> DatedLink:
    """Return a membership as a row leaves it."""
    marks = {"row_digest": bond.digest(), "state_digest": _digest(state)}
    properties = {**state.properties, "caption": role_caption(bond.role), **marks}
    return replace(state, properties=properties)


def _unstated(ended: DatedLink) -> DatedLink:
    """Return a membership that no row states: one that comes back differs from it, and begins anew."""
    return replace(ended, properties={**ended.properties, "row_digest": "", "state_digest": _digest(ended)})


def _digest(dated: DatedLink) -> str:
    first = None if dated.valid_from == date.min else dated.valid_from
    role, source = (cast("str | None", dated.properties.get(key)) for key in ("role", "source"))
    return bond_digest(role, source, first, dated.valid_to)


def _deed(under_way: UnderWay, plan: _BondPlan) -> Deed:
    found = [*plan.changed, *plan.ended, *plan.adopted]
    around = _around(plan, under_way)
    gone: list[Value] = [
        {
            "unit_id": one.unit_id,
            "alliance_id": one.alliance_id,
            "valid_to": parted(one.dated, under_way.today, around).valid_to,
        }
        for one in plan.gone
    ]
    return under_way.deed(
        [*(held.snapshot() for _, held in found), *(one.snapshot() for one in plan.gone)],
        [*(bond.snapshot() for bond in plan.added), *(bond.snapshot() for bond, _ in found), *gone],
    )


def _loaded_pairs(engine: Engine) -> Iterator[_Pair]:
    after = ("", "")
    while True:
        pairs = _LOADED_LINKS.all(engine, after_unit=after[0], after_alliance=after[1], limit=MANY)[0].pairs
        yield from pairs
        if len(pairs) < MANY:
            return
        after = pairs[-1]


def _pair(one: Bond | HeldBond) -> _Pair:
    return (one.unit_id, one.alliance_id)


def _named(one: Bond | HeldBond) -> str:
    return f"{one.unit_id} in {one.alliance_id}"
