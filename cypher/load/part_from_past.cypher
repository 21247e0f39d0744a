// name: load/part_from_past
// mode: write
// params: rows, types
// row: none
// Makes plain history of the relationships that closed entities ended with, as they open again. Where they begin anew, their
// former end stands for good: no relationship of the former life reaches past it.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})-[was]-()
WHERE type(was) IN $types
  AND CASE type(was) WHEN 'WAS_LEADS' THEN endNode(was) ELSE startNode(was) END = e
SET was.final = null,
    was.valid_to = CASE WHEN was.valid_to > row.ended THEN row.ended ELSE was.valid_to END
SET was.valid_from = CASE WHEN was.valid_from > was.valid_to THEN was.valid_to ELSE was.valid_from END
