// name: load/unlink
// mode: write
// params: links
// row: none
// Closes single relationships that stand, on a day.
UNWIND $links AS link
MATCH (source:Entity {id: link.source})-[ended]->(target:Entity {id: link.target})
WHERE type(ended) = link.type
CREATE (source)-[was:$('WAS_' + link.type)]->(target)
SET was = properties(ended)
SET was.valid_to = link.valid_to
DELETE ended
