// name: units/total_in_area
// mode: read
// params: area_id, category, line, member, q
// row: Count
// How many units stand today in an area or a part of it, or in an alliance of one of these.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(area:Area)
CALL (area) {
  MATCH (area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(:Alliance)<-[:MEMBER_OF]-(unit:Unit)
  RETURN unit
  UNION
  MATCH (area)<-[:LOCATED_IN|MOVED_DOWN_TO]-(unit:Unit)
  RETURN unit
}
WITH DISTINCT unit
WHERE ($category IS NULL OR unit.category = $category)
  AND ($line IS NULL OR unit.line = $line)
  AND ($member IS NULL OR EXISTS { (unit)-[:MEMBER_OF]->() } = $member)
  AND ($q IS NULL OR unit.name CONTAINS $q)
RETURN count(unit) AS total
