"""What each word of the graph means, for those who read the reference or a table: the words themselves are the vocabulary's."""

from typing import NamedTuple

from graph.vocabulary import Label, Record, Relationship


class Meaning(NamedTuple):
    """Where a word stands, and what it says there."""

    where: str
    says: str


RELATIONSHIPS: dict[Relationship | Record, str] = {
    Relationship.UNDER: "The chain. Each organisation has one superior; the city's has none.",
    Relationship.COVERS: "What it is responsible for.",
    Relationship.WITHIN: "The part and the whole.",
    Relationship.LEADS: "Who leads it.",
    Relationship.MEMBER_OF: "A member unit (成员单位); carries `role` and `source`.",
    Relationship.GUIDED_BY: "The four-level linkage: community, street, county, city.",
    Record.HAD: "A past state of it.",
    Record.PUBLISHES: "A published figure.",
}

PROPERTIES: dict[str, Meaning] = {
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
    "category": Meaning("areas, units", "The register's type; the sort of body."),
    "level": Meaning("alliances, leading groups", "The level it is formed at."),
    "line": Meaning("units", "A department's line of work, one of the data set's."),
    "role": Meaning("memberships", "The part the unit plays."),
    "final": Meaning(
        "closed relationships", "`true` on those an entity had until it ended itself; missing on the others."
    ),
    "terms": Meaning(
        "standing entities",
        "By what search finds it: its name, pinyin, initials, id and code, with marks between. Derived from these, and no part of its state.",
    ),
    "terms_form": Meaning("the revision", "In which form all `terms` were last written."),
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
        "changes", "What: `claim`, `load`, `finish`; `terms` where a graph of an earlier release was made findable."
    ),
    "entity_id": Meaning("changes", "The entity it is about; missing for a batch."),
    "before": Meaning("changes", "What was, as JSON text."),
    "after": Meaning("changes", "What is since, as JSON text."),
    "basis": Meaning("changes", "What the change rests on: the data set and its digest."),
    "first_day": Meaning("the data set", "The day a row begins that says nothing else."),
    "digest": Meaning("the data set", "Fingerprint of the whole as last loaded to its end; missing until then."),
    "loading": Meaning(
        "the data set", "Fingerprint of the whole whose load has begun and not ended; missing when none is broken off."
    ),
    "token_key": Meaning("the revision", "What signs page tokens."),
    "key": Meaning("figures", "What the figure is called."),
    "section": Meaning("figures", "The part of the publication it stands in."),
    "phrase": Meaning("figures", "The published words."),
    "value": Meaning("figures", "The published number."),
    "unit": Meaning("figures", "What the number is in."),
    "what_it_counts": Meaning("figures", "What it counts, in words."),
    "statement": Meaning("figures", "The statement that counts it; missing when none can yet."),
    "note": Meaning("figures", "Why it may differ."),
}

VALUES: dict[str, Meaning] = {
    "register": Meaning("source", "a real register"),
    "published": Meaning("source", "the published figures"),
    "synthetic": Meaning("source", "generated"),
    "ledger": Meaning("source", "a ledger of the user's own"),
    "api": Meaning("source", "written through the API"),
    "lead": Meaning("role", "牵头单位"),
    "member": Meaning("role", "成员单位"),
    "street": Meaning("level of an alliance; category of an area", "街道"),
    "community": Meaning("level of an alliance", "社区"),
    "city": Meaning("level of a leading group", "市"),
    "county": Meaning("level of a leading group; category of an area", "区（县）; 县"),
    "department": Meaning("category of a unit", "机关部门"),
    "enterprise": Meaning("category of a unit", "企业"),
    "institution": Meaning("category of a unit", "事业单位"),
    "social_organisation": Meaning("category of a unit", "社会组织"),
    "property_company": Meaning("category of a unit", "物业公司"),
    "prefecture_level_city": Meaning("category of an area", "地级市"),
    "district": Meaning("category of an area", "市辖区"),
    "county_level_city": Meaning("category of an area", "县级市"),
    "dev_zone": Meaning("category of an area", "开发区"),
    "town": Meaning("category of an area", "镇"),
    "township": Meaning("category of an area", "乡"),
    "pseudo_township": Meaning("category of an area", "类似乡级单位"),
    "residents_committee": Meaning("category of an area", "居民委员会"),
    "villagers_committee": Meaning("category of an area", "村民委员会"),
    "pseudo_residents_committee": Meaning("category of an area", "类似居民委员会"),
    "pseudo_villagers_committee": Meaning("category of an area", "类似村民委员会"),
}

LABELS: dict[Label, str] = {
    Label.ENTITY: "Every entity, standing or closed.",
    Label.PARTY_ORG: "Every standing Party organisation.",
    Label.AREA: "Every standing area.",
    Label.CLOSED: "Every entity that ended.",
    Label.VERSION: "What an entity was between two days.",
    Label.CHANGE: "One change: who, when, what, on what basis. A load writes one a batch.",
    Label.REVISION: "One node: the number of the last change, which is the graph's revision, and the key of page tokens.",
    Label.DATA_SET: "One node: which data set holds this graph, and its digest.",
    Label.FIGURE: "A published figure, as the data set states it.",
}
