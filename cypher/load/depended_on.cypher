// name: load/depended_on
// mode: read
// params: ids, with_members
// row: Loaded
// Those of some entities that others still stand on: as superior, area, whole, lead or guide, or as an end of a membership.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WHERE EXISTS { (e)<-[:UNDER|COVERS|WITHIN|GUIDED_BY]-() }
   OR EXISTS { (e)-[:LEADS]->() }
   OR ($with_members AND EXISTS { (e)-[:MEMBER_OF]-() })
RETURN e.id AS id
ORDER BY id
