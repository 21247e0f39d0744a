"""What an edit did to the rows of a city."""

from city import City

from graph.loading import Fact


def corrected(before: City, after: City) -> set[str]:
    """Return what the rows now say of the past that they did not: other days, an end, or no end.

    A row that was gone and comes back with an end says when what it spoke of ended.
    """
    return {fact.id for fact in after.facts.values() if _speaks_of_the_past(before.facts.get(fact.id), fact)}


def _speaks_of_the_past(former: Fact | None, fact: Fact) -> bool:
    if former is None:
        return fact.valid_to is not None
    is_dated = former.valid_to is not None or fact.valid_from != former.valid_from
    return fact != former and (fact.valid_to is not None or is_dated)


def corrected_pairs(before: City, after: City) -> set[tuple[str, str]]:
    """Return the pairs of unit and alliance of which the rows now say otherwise when they stood, or stood."""
    former = {(bond.unit_id, bond.alliance_id): bond for bond in before.bonds}
    return {
        pair
        for bond in after.bonds
        if (pair := (bond.unit_id, bond.alliance_id)) in former
        and (former[pair].valid_from, former[pair].valid_to) != (bond.valid_from, bond.valid_to)
    }


def edits(before: City, after: City) -> str:
    """Return what was done to the rows, a line each."""
    facts = [f"{id} is gone" for id in sorted(before.facts.keys() - after.facts.keys())]
    for id, fact in after.facts.items():
        if before.facts.get(id) != fact:
            ends = ", ".join(f"{link.type} {link.source} {link.target}" for link in fact.links)
            facts.append(f"{id} {fact.properties['name']} {fact.valid_from} {fact.valid_to}: {ends}")
    bonds = [("no more", bond) for bond in before.bonds if bond not in after.bonds]
    bonds += [("now", bond) for bond in after.bonds if bond not in before.bonds]
    return "\n  ".join(
        [*facts, *(f"{said} {b.unit_id} in {b.alliance_id} {b.role} {b.valid_from} {b.valid_to}" for said, b in bonds)]
    )
