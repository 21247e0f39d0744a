// name: load/link
// mode: write
// params: links
// row: Count
// Joins entities that stand from the later of the stated day and the days both began. Counts the joins made: fewer than asked
// for means that an end is missing or closed.
UNWIND $links AS link
MATCH (source:Entity {id: link.source})
MATCH (target:Entity {id: link.target})
WHERE source.valid_to IS NULL AND target.valid_to IS NULL
CREATE (source)-[made:$(link.type)]->(target)
SET made.valid_from = reduce(
      latest = link.valid_from,
      day IN [source.valid_from, target.valid_from] | CASE WHEN day > latest THEN day ELSE latest END
    )
RETURN count(made) AS total
