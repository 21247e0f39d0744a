// name: load/depended_on
// mode: read
// params: ids, types, with_members
// row: Loaded
// Those of some entities that others still stand on: as the end of a relationship that comes and goes with them, as lead, or as an end of a membership.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WHERE EXISTS { (e)<-[link]-() WHERE type(link) IN $types }
   OR EXISTS { (e)-[:LEADS]->() }
   OR ($with_members AND EXISTS { (e)-[:MEMBER_OF]-() })
RETURN e.id AS id
ORDER BY id
