// name: load/resume
// mode: write
// params: links, several
// row: Count
// Lets relationships of entities whose end was no end stand: one that an entity ended with from its own first day, any other from
// the day the last of its kind ended (to the same end, where there may be `several` at a time); none before both its ends began. Counts them: fewer than asked for means that an end is
// missing or closed.
UNWIND $links AS link
MATCH (source:Entity {id: link.source})
MATCH (target:Entity {id: link.target})
WHERE source.valid_to IS NULL AND target.valid_to IS NULL
WITH link, source, target,
     head(COLLECT {
       MATCH (source)-[final]->(target)
       WHERE type(final) = 'WAS_' + link.type AND final.final
       RETURN final
       ORDER BY final.valid_from
     }) AS was,
     CASE link.type WHEN 'LEADS' THEN target ELSE source END AS owner
WITH link, source, target, was,
     COLLECT {
       MATCH (owner)-[past]-(end)
       WHERE type(past) = 'WAS_' + link.type
         AND past.valid_from < past.valid_to
         AND CASE link.type WHEN 'LEADS' THEN endNode(past) ELSE startNode(past) END = owner
         AND (end = target OR NOT type(past) IN $several)
       RETURN past.valid_to
     } AS ends
WITH link, source, target, was,
     reduce(
       latest = link.valid_from,
       day IN CASE WHEN was.valid_from < was.valid_to THEN [was.valid_from] ELSE ends END
              + [source.valid_from, target.valid_from] |
       CASE WHEN day > latest THEN day ELSE latest END
     ) AS first_day
CREATE (source)-[made:$(link.type)]->(target)
SET made = coalesce(properties(was), {})
SET made.valid_from = first_day,
    made.valid_to = null,
    made.final = null
FOREACH (again IN CASE WHEN was.valid_from = was.valid_to OR first_day < was.valid_to THEN [was] ELSE [] END | DELETE again)
RETURN count(made) AS total
