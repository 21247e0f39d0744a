// name: load/unlink_all
// mode: write
// params: rows, types
// row: none
// Closes whatever relationship of the domain entities still have as they are closed, none before it began.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})-[ended]-()
WHERE type(ended) IN $types
WITH ended, min(row.valid_to) AS valid_to
WITH ended, valid_to, startNode(ended) AS source, endNode(ended) AS target
CREATE (source)-[was:$('WAS_' + type(ended))]->(target)
SET was = properties(ended)
SET was.valid_from = CASE WHEN ended.valid_from > valid_to THEN valid_to ELSE ended.valid_from END,
    was.valid_to = valid_to,
    was.final = CASE WHEN type(ended) = 'MEMBER_OF' THEN null ELSE true END
DELETE ended
