"""Another edition of a city: of each kind some entities change names, some change places, some are gone, and some are of another kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from city import ends

from graph.loading import Bond, Contents, Fact, Triple
from graph.vocabulary import Kind, Role

BECOMES = {
    Kind.MEMBER_HOUSEHOLD: Kind.BUILDING_GROUP,
    Kind.BUILDING_GROUP: Kind.GRID_GROUP,
    Kind.BUILDING: Kind.COMPOUND,
}
"""What one entity of a kind becomes in the other edition."""


def another_edition(base: Contents) -> Contents:
    """Return the edition: the first two of a kind have one another's properties, the next two one another's places.

    The last of each kind on which nothing stands is gone, and a whole grid with all that stands on it.
    """
    by_kind: dict[Kind, list[Fact]] = defaultdict(list)
    for fact in sorted(base.facts, key=lambda fact: fact.id):
        if fact.valid_to is None:
            by_kind[fact.kind].append(fact)
    changed: dict[str, Fact] = {}
    for kind, facts in by_kind.items():
        for first, second in pairwise(facts[:2]):
            changed[first.id] = replace(first, properties=second.properties)
            changed[second.id] = replace(second, properties=first.properties)
        for first, second in pairwise(facts[2:4]):
            changed[first.id] = replace(first, links=_of(first, second))
            changed[second.id] = replace(second, links=_of(second, first))
        if kind in BECOMES and len(facts) > 4:
            changed[facts[4].id] = replace(facts[4], kind=BECOMES[kind])
    gone = _gone([changed.get(fact.id, fact) for fact in base.facts], by_kind)
    facts = [changed.get(fact.id, fact) for fact in base.facts if fact.id not in gone]
    bonds = [
        _other_role(bond, place)
        for place, bond in enumerate(base.bonds)
        if place % 5 and not {bond.unit_id, bond.alliance_id} & gone
    ]
    return replace(base, digest=f"{base.digest}-2", facts=facts, bonds=bonds)


def _of(fact: Fact, other: Fact) -> tuple[Triple, ...]:
    """Return the links of another as those of a fact, which keeps its own where one of the two leads to the other."""
    if other.id in ends(fact) or fact.id in ends(other):
        return fact.links
    return tuple(
        Triple(link.type, *(fact.id if end == other.id else end for end in (link.source, link.target)))
        for link in other.links
    )


def _gone(facts: Iterable[Fact], by_kind: Mapping[Kind, list[Fact]]) -> set[str]:
    """Return the ids that the other edition does not have."""
    on: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        for end in ends(fact):
            on[end].append(fact.id)
    gone = [found[-1].id for found in by_kind.values() if len(found) > 5 and not on[found[-1].id]]
    gone.append(by_kind[Kind.GRID][-1].id)
    for id in gone:
        gone += [one for one in on[id] if one not in gone]
    return {*gone}


def _other_role(bond: Bond, place: int) -> Bond:
    roles = [*Role]
    return bond if place % 5 > 1 else replace(bond, role=roles[(roles.index(bond.role) + 1) % len(roles)])
