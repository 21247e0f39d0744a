// name: load/cut_former_links
// mode: write
// params: rows, types
// row: none
// Ends the relationships of former lives of entities that a row states to have ended earlier than those lives did.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})-[former]-()
WHERE type(former) IN $types
  AND former.final IS NULL
  AND former.valid_to > row.valid_to
  AND CASE type(former) WHEN 'WAS_LEADS' THEN endNode(former) ELSE startNode(former) END = e
SET former.valid_from = CASE WHEN former.valid_from > row.valid_to THEN row.valid_to ELSE former.valid_from END,
    former.valid_to = row.valid_to
