"""How many there are of each kind and of each relationship between kinds, in the first city's data set."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from graph.vocabulary import Kind, Relationship
from seed_data.opening import open_data_set

DATA_SET = "jilin"

Edge = tuple[Kind, Relationship, Kind]


@dataclass(frozen=True, slots=True)
class Model:
    """The counts of what stands; ``tiers`` are those the data set gives to kinds of organisation."""

    kinds: Counter[Kind]
    edges: Counter[Edge]
    tiers: dict[Kind, int]


def model() -> Model:
    """Return the counts of the data set."""
    contents = open_data_set(DATA_SET, today=date.today())
    standing = [fact for fact in contents.facts if fact.valid_to is None]
    kind_of = {fact.id: fact.kind for fact in standing}
    edges: Counter[Edge] = Counter()
    for fact in standing:
        edges.update((kind_of[link.source], link.type, kind_of[link.target]) for link in fact.links)
    bonds = [bond for bond in contents.bonds if bond.valid_to is None]
    edges.update((kind_of[bond.unit_id], Relationship.MEMBER_OF, kind_of[bond.alliance_id]) for bond in bonds)
    return Model(
        kinds=Counter(fact.kind for fact in standing),
        edges=edges,
        tiers={fact.kind: tier for fact in standing if isinstance(tier := fact.properties.get("tier"), int)},
    )
