// name: units/total_in_area
// mode: read
// params: area_id, category, line, member, q
// row: Count
// How many units stand today in an alliance of an area or of a part of it.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(:Area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(:Alliance)
      <-[:MEMBER_OF]-(unit:Unit)
WHERE ($category IS NULL OR unit.category = $category)
  AND ($line IS NULL OR unit.line = $line)
  AND ($member IS NULL OR EXISTS { (unit)-[:MEMBER_OF]->() } = $member)
  AND ($q IS NULL OR unit.name CONTAINS $q)
RETURN count(DISTINCT unit) AS total
