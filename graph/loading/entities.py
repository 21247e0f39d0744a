"""The entities of a load: superiors before subordinates, a batch a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.changes import Deed
from graph.engines import Transaction, Value
from graph.history import Triple
from graph.loading.decisions import Plan, Verdict, decide, why_conflict
from graph.loading.editing import edit
from graph.loading.facts import Fact
from graph.loading.held import Held, held_of
from graph.loading.under_way import Missing, Read, UnderWay, batches
from graph.loading.writing import add, adopt, recaption, write_edits
from words import Said, said


@dataclass(slots=True)
class _FactPlan(Plan[Fact, Held]):
    """What is to be done about a batch of entities; ``ended`` waits until what stands on them is closed.

    ``recaptioned`` are unchanged, and what they are inside has another name.
    """

    recaptioned: list[Fact] = field(default_factory=list[Fact])
    missing: Missing = field(default_factory=Missing)

    @property
    def writes(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.added or self.changed or self.adopted or self.recaptioned)


def load_facts(under_way: UnderWay) -> dict[str, Fact]:
    """Load the entities, and return those stated as ended that the graph holds standing: they are closed last."""
    facts = under_way.contents.facts
    total = len(facts) + len(under_way.contents.bonds)
    ended: dict[str, Fact] = {}
    done = 0
    for batch in batches(facts):
        ended |= _load_batch(under_way, batch)
        done += len(batch)
        under_way.progress(said("Loading {name}", name=under_way.contents.name), done, total)
    return ended


def _load_batch(under_way: UnderWay, facts: Sequence[Fact]) -> dict[str, Fact]:
    def plan(read: Read) -> _FactPlan:
        held = {one.id: one for one in held_of(read, [fact.id for fact in facts])}
        return _plan(facts, held, under_way)

    def write(transaction: Transaction, plan: _FactPlan) -> Deed:
        add(transaction, plan.added, under_way.captions)
        adopt(transaction, [fact for fact, _ in plan.adopted], under_way.captions)
        recaption(transaction, plan.recaptioned, under_way.captions)
        ends, taken_back = under_way.ends, under_way.taken_back
        edits = edit(transaction, plan.added, plan.changed, ends, taken_back, under_way.today)
        write_edits(transaction, edits, under_way.captions)
        found = [*plan.changed, *plan.adopted]
        added: list[Value] = [{"id": fact.id} for fact in plan.added]
        return under_way.deed([held.snapshot() for _, held in found], [*added, *(fact.snapshot() for fact, _ in found)])

    final = under_way.settle(plan, write)
    under_way.missing = final.missing
    under_way.summary.added += len(final.added)
    under_way.summary.changed += len(final.changed)
    under_way.summary.unchanged += final.unchanged + len(final.adopted)
    for id, why in final.conflicts:
        under_way.conflict(id, why)
    return {fact.id: fact for fact, _ in final.ended}


def _plan(facts: Sequence[Fact], held: Mapping[str, Held], under_way: UnderWay) -> _FactPlan:
    plan = _FactPlan(missing=under_way.missing.copy())
    for fact in facts:
        found = held.get(fact.id)
        why = _decide_one(plan, fact, found, under_way)
        if why is None:
            continue
        plan.conflicts.append((fact.id, why))
        if found is None:
            plan.missing.absent.add(fact.id)
        elif found.valid_to is not None and fact.valid_to is None:
            plan.missing.closed.add(fact.id)
    return plan


def _decide_one(plan: _FactPlan, fact: Fact, found: Held | None, under_way: UnderWay) -> Said | None:
    """Put a fact where it belongs in the plan, or return why it is a conflict."""
    if found is None:
        why = _cannot_join(fact, fact.links, plan.missing)
        if why is None:
            plan.added.append(fact)
        return why
    verdict = decide(fact.digest(), found, overwrite=under_way.overwrite)
    if verdict is Verdict.CONFLICT:
        return why_conflict(found)
    if verdict is Verdict.ADOPT:
        plan.adopted.append((fact, found))
    elif verdict is Verdict.LEAVE:
        plan.unchanged += 1
        if found.valid_to is None and found.caption != under_way.captions.of(fact):
            plan.recaptioned.append(fact)
    elif fact.valid_to is not None and found.valid_to is None:
        plan.ended.append((fact, found))
    else:
        why = _cannot_join(fact, [link for link in fact.links if link not in found.standing_links], plan.missing)
        if why is None:
            plan.changed.append((fact, found))
        return why
    return None


def _cannot_join(fact: Fact, links: Sequence[Triple], missing: Missing) -> Said | None:
    ends = [link.target if link.source == fact.id else link.source for link in links]
    end = missing.first(ends, standing=fact.valid_to is None)
    return None if end is None else said("it is to be joined to {end}, which was left as it is", end=end)
