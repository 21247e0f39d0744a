"""The memberships of a load: decided by the pair of unit and alliance, all rows of a pair together."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.changes import Deed
from graph.engines import Engine, Transaction, Value
from graph.loading.decisions import Plan, Verdict, as_left, decide, why_conflict
from graph.loading.facts import Bond
from graph.loading.held import HELD_BONDS, HeldBond
from graph.loading.matching import match
from graph.loading.membership_writing import write_bonds
from graph.loading.under_way import MANY, Missing, Read, UnderWay, batches
from graph.query import Query
from graph.rows import Row

_Pair = tuple[str, str]


class BondPlan(Plan[Bond, HeldBond]):
    """What is to be done about a batch of memberships."""

    @property
    def writes(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.added or self.changed or self.ended or self.gone or self.adopted)


class LoadedPairs(Row):
    """The pairs of memberships that a load has written."""

    pairs: list[_Pair]


_LOADED_BONDS = Query("load/loaded_bonds", LoadedPairs)


def load_bonds(under_way: UnderWay) -> None:
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
        under_way.progress(f"Loading {under_way.contents.name}", done, total)


def _load_batch(under_way: UnderWay, stated: dict[_Pair, list[Bond]]) -> None:
    pairs: list[Value] = [list(pair) for pair in stated]

    def plan(read: Read) -> BondPlan:
        held = {pair: list(found) for pair, found in groupby(read(HELD_BONDS, pairs=pairs), _pair)}
        plan = BondPlan()
        for pair, bonds in stated.items():
            _plan_pair(plan, bonds, held.get(pair, []), under_way)
        return plan

    def write(transaction: Transaction, plan: BondPlan) -> Deed:
        write_bonds(transaction, plan, under_way.today)
        return _deed(under_way, plan)

    final = under_way.settle(plan, write)
    under_way.summary.added += len(final.added)
    under_way.summary.changed += len(final.changed)
    under_way.summary.closed += len(final.ended) + len(final.gone)
    under_way.summary.unchanged += final.unchanged + len(final.adopted)
    for id, why in final.conflicts:
        under_way.conflict(id, why)


def _plan_pair(plan: BondPlan, stated: Sequence[Bond], held: Sequence[HeldBond], under_way: UnderWay) -> None:
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
            why = "its row is gone, but it was changed in the graph by other means since it was loaded"
            plan.conflicts.append((_named(one), why))


def _decide_one(plan: BondPlan, bond: Bond, found: HeldBond | None, under_way: UnderWay) -> str | None:
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


def _cannot_join(bond: Bond, missing: Missing) -> str | None:
    end = missing.first(_pair(bond), standing=bond.valid_to is None)
    return None if end is None else f"it is to be joined to {end}, which was left as it is"


def _deed(under_way: UnderWay, plan: BondPlan) -> Deed:
    found = [*plan.changed, *plan.ended, *plan.adopted]
    gone: list[Value] = [
        {"unit_id": one.unit_id, "alliance_id": one.alliance_id, "valid_to": under_way.today} for one in plan.gone
    ]
    return under_way.deed(
        [*(held.snapshot() for _, held in found), *(one.snapshot() for one in plan.gone)],
        [*(bond.snapshot() for bond in plan.added), *(bond.snapshot() for bond, _ in found), *gone],
    )


def _loaded_pairs(engine: Engine) -> Iterator[_Pair]:
    after = ("", "")
    while True:
        pairs = _LOADED_BONDS.all(engine, after_unit=after[0], after_alliance=after[1], limit=MANY)[0].pairs
        yield from pairs
        if len(pairs) < MANY:
            return
        after = pairs[-1]


def _pair(one: Bond | HeldBond) -> _Pair:
    return (one.unit_id, one.alliance_id)


def _named(one: Bond | HeldBond) -> str:
    return f"{one.unit_id} in {one.alliance_id}"
