"""What an edit did to the rows of a city."""

from city import City


def corrected(before: City, after: City) -> set[str]:
    """Return what the rows now say of the past that they did not: other days, an end, or no end."""
    return {
        fact.id
        for fact in after.facts.values()
        if fact.id in before.facts
        and fact != before.facts[fact.id]
        and (
            fact.valid_to is not None
            or before.facts[fact.id].valid_to is not None
            or fact.valid_from != before.facts[fact.id].valid_from
        )
    }


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
