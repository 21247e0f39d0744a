// name: load/unlink
// mode: write
// params: links
// row: none
// Closes single relationships that stand, each found by the store's own id for it, on a day.
UNWIND $links AS link
MATCH (source)-[ended]->(target)
WHERE elementId(ended) = link.element_id
CREATE (source)-[was:$('WAS_' + type(ended))]->(target)
SET was = properties(ended)
SET was.valid_to = link.valid_to
DELETE ended
