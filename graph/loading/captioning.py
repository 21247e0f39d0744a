"""The captions of what a data set states: each is written with its entity, as its row and the rows around it have it."""

from collections.abc import Iterator, Sequence

from graph.captions import caption
from graph.captions.short import inside
from graph.loading.facts import Fact
from graph.vocabulary import Relationship

_OWN = frozenset({Relationship.COVERS, Relationship.LOCATED_IN, Relationship.SET_UP_IN})
_AROUND = _OWN | {
    Relationship.DISPATCHED_BY,
    Relationship.ORGANISED_BY,
    Relationship.PART_OF,
    Relationship.SERVES,
    Relationship.UNDER,
    Relationship.WITHIN,
}


class Captions:
    """The captions of facts, which stand by their ids for what they are inside."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = {fact.id: fact for fact in facts}

    def of(self, fact: Fact) -> str | None:
        """Return the caption of a fact, ``None`` when it ended."""
        if fact.valid_to is not None:
            return None
        starts = [fact, *self._leaders(fact)]
        own = {target.name for start in starts for target in self._targets(start, _OWN)}
        return caption(fact.kind, fact.name, inside=inside(fact.kind, self._around(starts), own))

    def _around(self, starts: Sequence[Fact]) -> set[str]:
        """Return the names of what facts lead to, however many relationships away."""
        found: dict[str, Fact] = {}
        waiting = list(starts)
        while waiting:
            for target in self._targets(waiting.pop(), _AROUND):
                if target.id not in found:
                    found[target.id] = target
                    waiting.append(target)
        return {target.name for target in found.values()}

    def _targets(self, fact: Fact, types: frozenset[Relationship]) -> Iterator[Fact]:
        for link in fact.links:
            if link.source == fact.id and link.type in types and link.target in self._facts:
                yield self._facts[link.target]

    def _leaders(self, fact: Fact) -> Iterator[Fact]:
        for link in fact.links:
            if link.type is Relationship.LEADS and link.source in self._facts:
                yield self._facts[link.source]
