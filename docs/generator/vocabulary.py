"""The page of words: kinds, relationships, properties, values and labels."""

from docs.generator.markdown import MADE, code, table
from docs.generator.model import DATA_SET, Model
from graph.kind_words import KindWords
from graph.meanings import LABELS, LISTS, RELATIONSHIPS, VALUES
from graph.meanings import PROPERTIES as PROPERTY_MEANINGS
from graph.questions.dictionary import Dictionary, KindWord, told
from graph.vocabulary import PROPERTIES, Family, Kind, Label, Record, Relationship

_FAMILIES = {
    Family.PARTY_ORG: ("Party organisations", "`:Entity:PartyOrg` and the kind's own label."),
    Family.AREA: ("Territory", "`:Entity:Area` and the kind's own label."),
    Family.ALLIANCE: ("Alliances and units", "`:Entity` and the kind's own label, here and below."),
    Family.PARTY_LIFE: ("Party life", "Posts, and those who hold them."),
    Family.GOVERNANCE: ("Committees for grassroots governance", "At city and county."),
    Family.STAFF: ("People sent and engaged", "Their names are shown masked."),
    Family.METHOD: ("Methods", "What is done in which order, as data."),
    Family.SERVICE: ("Services", "The catalogue, and the places that offer from it."),
    Family.NEW_ORG: ("New organisations", "A new organisation itself is a `Unit`."),
    Family.POWER: ("Powers and duties", "Of streets and towns, and what they work with."),
    Family.POLICING: ("Policing", "An officer is a person; these are bodies and results."),
    Family.IDENTIFIER: ("Codes of other systems", "The code itself is the name."),
}


def vocabulary(model: Model) -> str:
    """Return the page."""
    words = told({**model.kinds}, KindWords())
    return "\n".join(
        [
            f"# Vocabulary\n\n{MADE} The numbers are what stands in `{DATA_SET}`, and the tiers its own: which",
            "kind stands at which tier, under which title, is a table of each [data set](../dataset.md). The same, with the",
            "numbers of the graph that is asked, is `GET /v1/vocabulary`.\n",
            "![The chain, the territory and the alliances, and which relationships join them](model.svg)\n",
            "## Kinds\n",
            "A relationship is one that an entity's own row states, in a column of ids; with a `*` the column holds several,",
            "with a `?` it may be empty. The first says where the entity belongs. `←` leads to the entity.\n",
            *[_kinds(family, words, model) for family in Family],
            "## Relationships\n",
            "A relationship that ended is of the closed type, with `valid_to`.\n",
            _relationships(words, model),
            "## Properties\n",
            table(["Property", "On", "Means"], [[code(word), *PROPERTY_MEANINGS[word]] for word in PROPERTIES]),
            "## Values\n",
            table(
                ["Value", "Of", "Means"],
                [[code(word), of, VALUES[words][word]] for words, of in LISTS.items() for word in VALUES[words]],
            ),
            "## Labels that are no kinds\n",
            table(["Label", "Holds"], [[code(label), LABELS[label]] for label in Label]),
        ]
    )


def _kinds(family: Family, words: Dictionary, model: Model) -> str:
    title, labels = _FAMILIES[family]
    of_family = [word for word in words.kinds if word.family is family]
    tiers = family is Family.PARTY_ORG
    head = ["Kind", "In Chinese", *(["Tier"] if tiers else []), "How many", "File", "Properties", "Relationships"]
    rows = [
        [
            code(word.kind),
            word.title,
            *([str(model.tiers.get(word.kind, "–"))] if tiers else []),
            f"{word.total:,}",
            code(word.file),
            "<br>".join(f"{code(one.key)} {one.title}" for one in word.properties),
            "<br>".join(_ties(word)),
        ]
        for word in of_family
    ]
    return f"### {title}\n\n{labels}\n\n{table(head, rows)}"


def _ties(word: KindWord) -> list[str]:
    return [
        f"{'←' if tie.incoming else ''}{code(tie.type)} {tie.title}{'*' if tie.several else ''}{'' if tie.required else '?'}"
        for tie in word.relationships
    ]


def _relationships(words: Dictionary, model: Model) -> str:
    rows = [
        [code(word.type), code(word.closed_type), word.title, _ends(word.type, model), word.meaning]
        for word in words.relationships
    ]
    records = [
        [code(Record.HAD), "–", "–", "entity → `Version`", RELATIONSHIPS[Record.HAD]],
        [code(Record.PUBLISHES), "–", "–", "`DataSet` → `Figure`", RELATIONSHIPS[Record.PUBLISHES]],
    ]
    return table(["Type", "Closed", "In Chinese", "From → to, and how many", "Means"], [*rows, *records])


def _ends(relationship: Relationship, model: Model) -> str:
    order = [*Kind]
    found = sorted(
        ((source, target, count) for (source, type, target), count in model.edges.items() if type is relationship),
        key=lambda edge: (order.index(edge[0]), order.index(edge[1])),
    )
    return "<br>".join(f"{code(source)} → {code(target)} {count:,}" for source, target, count in found)
