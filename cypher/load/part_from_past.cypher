// name: load/part_from_past
// mode: write
// params: ids
// row: none
// Makes plain history of the relationships that closed entities ended with, as they open again.
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[was:WAS_UNDER|WAS_COVERS|WAS_WITHIN|WAS_GUIDED_BY|WAS_LEADS]-()
WHERE was.final
  AND CASE type(was) WHEN 'WAS_LEADS' THEN endNode(was) ELSE startNode(was) END = e
SET was.final = null
