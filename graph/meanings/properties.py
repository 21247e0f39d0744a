"""What each property means: those of the model as it declares them, the others in their own words."""

from typing import NamedTuple

from graph.meanings.groups import grouped
from graph.vocabulary import MODEL, Kind, Property, Type


class Meaning(NamedTuple):
    """Where a word stands, and what it says there."""

    where: str
    says: str


TYPES: dict[Type, str] = {
    Type.TEXT: "a text",
    Type.PROSE: "a text",
    Type.COUNT: "a whole number",
    Type.FLAG: "true or false",
    Type.DAY: "a day",
    Type.DUE: "a day, which may lie ahead",
    Type.TEXTS: "several texts",
    Type.WORD: "one of the values below",
    Type.LINE: "one of the data set's lines of work",
}
"""What the value of a property of each type is."""

_WRITTEN: dict[str, Meaning] = {
    "id": Meaning("entities", "What it is known by."),
    "kind": Meaning("entities", "The label of its kind, kept when it is closed."),
    "name": Meaning("entities, the data set", "Its name. Names repeat and are never a key."),
    "source": Meaning(
        "entities, memberships, the data set", "Where the fact comes from; of the data set, in a sentence."
    ),
    "valid_from": Meaning("entities, relationships, versions", "The first day."),
    "valid_to": Meaning("entities, relationships, versions", "The first day after the last; missing while it stands."),
    "tier": Meaning("Party organisations", "1 to 5; missing above the chain."),
    "title": Meaning(
        "Party organisations, the data set", "The official title of the kind; of the data set, its title."
    ),
    "code": Meaning("areas", "The official code, which may change while the id does not."),
    "role": Meaning(
        "memberships, `Post`, `Volunteer`",
        "The part the unit plays; what the post is in its body, one of the values below; what the volunteer does.",
    ),
    "full_name": Meaning("people", "The whole name, which no answer shows; `name` is its first character and a star."),
    "full_value": Meaning(
        "`Identifier`",
        "The whole code of a person, which no answer shows; `name` is its first character and a star. Missing on others.",
    ),
    "ought_branch": Meaning(
        "`Unit`", "应建党组织: a new organisation that meets the criteria. Derived from them; missing on other units."
    ),
    "final": Meaning(
        "closed relationships", "`true` on those an entity had until it ended itself; missing on the others."
    ),
    "terms": Meaning(
        "standing entities",
        "By what search finds it: its name, pinyin, initials, id and code, with marks between. Derived from these, and no part of its state.",
    ),
    "terms_form": Meaning("the revision", "In which form all `terms` were last written."),
    "caption": Meaning(
        "standing entities, memberships, changes",
        "What Neo4j Browser writes: the name without those of what it is inside, with spaces where lines may end; of a "
        "membership its role in Chinese; of a change its number and what it did. Derived, and no part of a state.",
    ),
    "captions_form": Meaning("the revision", "In which form all `caption`s were last written."),
    "row_digest": Meaning(
        "entities, memberships", "Fingerprint of the row last loaded; missing on what no load has written."
    ),
    "state_digest": Meaning(
        "entities, memberships",
        "Fingerprint of the state that load left. A state that differs was changed by other means.",
    ),
    "seq": Meaning(
        "changes, the revision, figures", "The number of the change; the graph's revision; the order of figures."
    ),
    "at": Meaning("changes", "When, with its time zone."),
    "actor": Meaning("changes", "Who, such as `cli:` and the account."),
    "action": Meaning(
        "changes",
        "What it did, one of the values below; `tables`, `terms` and `captions` where a graph of an earlier release was "
        "given these.",
    ),
    "entity_id": Meaning("changes", "The entity it is about; missing for a batch."),
    "before": Meaning("changes", "What was, as JSON text."),
    "after": Meaning("changes", "What is since, as JSON text."),
    "basis": Meaning(
        "changes, `Power`, `EnforcementItem`, `Right`, `Duty`",
        "What the change rests on, the data set and its digest; the document that gives the power or the duty.",
    ),
    "first_day": Meaning("the data set", "The day a row begins that says nothing else."),
    "digest": Meaning("the data set", "Fingerprint of the whole as last loaded to its end; missing until then."),
    "entities": Meaning(
        "the data set", "How many entities there were at the end of the last load; none of them may be lost."
    ),
    "figures": Meaning("the data set", "How many figures it publishes; none of them may be lost."),
    "tables": Meaning("the data set", "Its tables of kinds, as a text of JSON; missing until a load of this release."),
    "loading": Meaning(
        "the data set", "Fingerprint of the whole whose load has begun and not ended; missing when none is broken off."
    ),
    "token_key": Meaning("the revision", "What signs page tokens."),
    "key": Meaning("figures", "What the figure is called."),
    "section": Meaning("figures", "The part of the publication it stands in."),
    "phrase": Meaning("figures", "The published words."),
    "value": Meaning("figures", "The published number."),
    "unit": Meaning("figures, `EnforcementResult`", "What the number is in."),
    "what_it_counts": Meaning("figures", "What it counts, in words."),
    "comparison": Meaning("figures", "How the published number is compared with what is counted."),
    "statement": Meaning("figures", "The statement that counts it; missing when none can yet."),
    "note": Meaning("figures", "Why it may differ."),
}


def _of_model() -> dict[str, Meaning]:
    """Return the meaning of each property of the model: the kinds that have it, its Chinese names and its type."""
    found: dict[str, list[tuple[Kind, Property]]] = {}
    for kind, model in MODEL.items():
        for one in model.properties:
            found.setdefault(one.key, []).append((kind, one))
    return {
        key: Meaning(
            ", ".join(grouped([kind for kind, _ in of])),
            f"{'; '.join(dict.fromkeys(f'{one.chinese}, {TYPES[one.type]}' for _, one in of))}.",
        )
        for key, of in found.items()
    }


PROPERTIES: dict[str, Meaning] = {**_of_model(), **_WRITTEN}
