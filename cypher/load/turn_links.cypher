// name: load/turn_links
// mode: write
// params: rows
// row: Count
// Closes links, or opens them again, each found by the store's own id for it: one of another type takes its place and keeps what
// else it carries. Counts them: fewer than asked for means that one is gone, or an end is closed where the link is to stand.
UNWIND $rows AS row
MATCH (source)-[was]->(target)
WHERE elementId(was) = row.element_id
  AND (row.properties.valid_to IS NOT NULL OR (source.valid_to IS NULL AND target.valid_to IS NULL))
CREATE (source)-[turned:$(row.type)]->(target)
SET turned = properties(was)
SET turned += row.properties
DELETE was
RETURN count(turned) AS total
