// name: load/link_past
// mode: write
// params: links, several
// row: Count
// Joins entities by relationships that have ended, each from the latest of the stated day, the days both began, and the day the
// last of its kind ended: of a type of which there may be `several` at a time, the last to the same end. Counts the joins made: fewer than asked for means that an end is missing.
UNWIND $links AS link
MATCH (source:Entity {id: link.source})
MATCH (target:Entity {id: link.target})
WITH link, source, target, CASE link.type WHEN 'WAS_LEADS' THEN target ELSE source END AS owner
WITH link, source, target,
     COLLECT {
       MATCH (owner)-[former]-(end)
       WHERE type(former) = link.type
         AND former.final IS NULL
         AND former.valid_from < former.valid_to
         AND CASE link.type WHEN 'WAS_LEADS' THEN endNode(former) ELSE startNode(former) END = owner
         AND (end = target OR NOT link.type IN $several)
       RETURN former.valid_to
     } AS former_ends
CREATE (source)-[made:$(link.type)]->(target)
SET made.valid_from = reduce(
      latest = link.valid_from,
      day IN former_ends + [source.valid_from, target.valid_from] | CASE WHEN day > latest THEN day ELSE latest END
    ),
    made.valid_to = link.valid_to,
    made.final = true
SET made.valid_from = CASE WHEN made.valid_to < made.valid_from THEN made.valid_to ELSE made.valid_from END
RETURN count(made) AS total
