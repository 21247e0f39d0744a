"""Every property key of the graph: EXPLAIN calls a key unknown until the store has seen it."""

from graph.vocabulary.following import property_keys

PROPERTIES = tuple(
    dict.fromkeys(
        (
            # entities and relationships
            "id",
            "kind",
            "name",
            "valid_from",
            "valid_to",
            "source",
            "role",
            *property_keys(),
            # on a relationship that ended with its entity
            "final",
            # what a load last wrote, so that a change by other means shows
            "row_digest",
            "state_digest",
            # by what an entity is found, and in which form all of them were last written
            "terms",
            "terms_form",
            # what Neo4j Browser writes in a circle or on a membership, and in which form all of them were last written
            "caption",
            "captions_form",
            # changes
            "seq",
            "at",
            "actor",
            "action",
            "entity_id",
            "before",
            "after",
            "basis",
            # the data set and its figures
            "first_day",
            "digest",
            "loading",
            "tables",
            "entities",
            "figures",
            "token_key",
            "key",
            "section",
            "phrase",
            "value",
            "unit",
            "what_it_counts",
            "comparison",
            "statement",
            "note",
        )
    )
)
