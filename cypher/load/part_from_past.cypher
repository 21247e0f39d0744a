// name: load/part_from_past
// mode: write
// params: rows
// row: none
// Takes from entities the relationships they ended with: they are history once an entity opens again; one that was stated
// wrong and is to be stated anew is void, which is to have ended the day it began.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})-[was:WAS_UNDER|WAS_COVERS|WAS_WITHIN|WAS_GUIDED_BY|WAS_LEADS]-()
WHERE was.final
  AND (startNode(was) = e OR type(was) = 'WAS_LEADS')
  AND (endNode(was) = e OR type(was) <> 'WAS_LEADS')
SET was.final = null,
    was.valid_to = CASE WHEN row.is_void THEN was.valid_from ELSE was.valid_to END
