"""The page of words: kinds, relationships, properties, values and labels."""

from enum import StrEnum

from docs.generator.markdown import MADE, code, table
from docs.generator.model import DATA_SET, Model
from graph.meanings import LABELS, RELATIONSHIPS, VALUES
from graph.meanings import PROPERTIES as PROPERTY_MEANINGS
from graph.vocabulary import (
    KINDS,
    PROPERTIES,
    AllianceLevel,
    AreaCategory,
    Family,
    Kind,
    Label,
    LeadingGroupLevel,
    Record,
    Relationship,
    Role,
    Source,
    UnitCategory,
    closed_type,
)

_FAMILIES = {
    Family.PARTY_ORG: ("Party organisations", "`:Entity:PartyOrg` and the kind's own label."),
    Family.AREA: ("Territory", "`:Entity:Area` and the kind's own label."),
    Family.ALLIANCE: ("Alliances and units", "`:Entity` and the kind's own label."),
}
_VALUES: tuple[type[StrEnum], ...] = (Source, Role, AllianceLevel, LeadingGroupLevel, UnitCategory, AreaCategory)


def vocabulary(model: Model) -> str:
    """Return the page."""
    return "\n".join(
        [
            f"# Vocabulary\n\n{MADE} The numbers are what stands in `{DATA_SET}`, and the tiers its own: which",
            "kind stands at which tier, under which title, is a table of each [data set](../dataset.md).\n",
            "![Which kinds there are, and which relationships join them](model.svg)\n",
            "## Kinds\n",
            *[_kinds(family, model) for family in Family],
            "## Relationships\n",
            "A relationship that ended is of the closed type, with `valid_to`.\n",
            _relationships(model),
            "## Properties\n",
            table(["Property", "On", "Means"], [[code(word), *PROPERTY_MEANINGS[word]] for word in PROPERTIES]),
            "## Values\n",
            table(["Value", "Of", "Means"], [[code(word), *VALUES[word]] for word in _words()]),
            "## Labels that are no kinds\n",
            table(["Label", "Holds"], [[code(label), LABELS[label]] for label in Label]),
        ]
    )


def _kinds(family: Family, model: Model) -> str:
    title, labels = _FAMILIES[family]
    head = ["Kind", "In Chinese", "Tier", "How many"]
    rows = [
        [code(kind), entry.chinese, str(model.tiers.get(kind, "–")), f"{model.kinds[kind]:,}"]
        for kind, entry in KINDS.items()
        if entry.family is family
    ]
    return f"### {title}\n\n{labels}\n\n{table(head, rows)}"


def _relationships(model: Model) -> str:
    rows = [[code(one), code(closed_type(one)), _ends(one, model), RELATIONSHIPS[one]] for one in Relationship]
    records = [
        [code(Record.HAD), "–", "entity → `Version`", RELATIONSHIPS[Record.HAD]],
        [code(Record.PUBLISHES), "–", "`DataSet` → `Figure`", RELATIONSHIPS[Record.PUBLISHES]],
    ]
    return table(["Type", "Closed", "From → to, and how many", "Means"], [*rows, *records])


def _ends(relationship: Relationship, model: Model) -> str:
    order = [*Kind]
    found = sorted(
        ((source, target, count) for (source, type, target), count in model.edges.items() if type is relationship),
        key=lambda edge: (order.index(edge[0]), order.index(edge[1])),
    )
    return "<br>".join(f"{code(source)} → {code(target)} {count:,}" for source, target, count in found)


def _words() -> list[str]:
    # One word may be of several lists: it is told once.
    return [*dict.fromkeys(word.value for values in _VALUES for word in values)]
