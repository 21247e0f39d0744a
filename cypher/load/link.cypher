// name: load/link
// mode: write
// params: links
// row: Count
// Joins entities from the later of the stated day and the days both began. Counts the joins made: fewer than asked for means
// that an end is missing, or closed while the relationship is to stand.
UNWIND $links AS link
MATCH (source:Entity {id: link.source})
MATCH (target:Entity {id: link.target})
WHERE link.valid_to IS NOT NULL
   OR (source.valid_to IS NULL AND target.valid_to IS NULL)
CREATE (source)-[made:$(link.type)]->(target)
SET made.valid_from = reduce(
      latest = link.valid_from,
      day IN [source.valid_from, target.valid_from] | CASE WHEN day > latest THEN day ELSE latest END
    ),
    made.valid_to = link.valid_to,
    made.final = CASE WHEN link.valid_to IS NULL THEN null ELSE true END
SET made.valid_from = CASE WHEN made.valid_to < made.valid_from THEN made.valid_to ELSE made.valid_from END
RETURN count(made) AS total
