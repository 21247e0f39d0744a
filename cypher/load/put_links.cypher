// name: load/put_links
// mode: write
// params: rows
// row: Count
// Makes links, standing or past. Counts those made: fewer than asked for means that an end is missing, or closed where the link is to stand.
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
WHERE row.properties.valid_to IS NOT NULL
   OR (source.valid_to IS NULL AND target.valid_to IS NULL)
CREATE (source)-[made:$(row.type)]->(target)
SET made = row.properties
RETURN count(made) AS total
