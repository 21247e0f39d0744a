// name: alliances/total_in_area
// mode: read
// params: area_id, level, q
// row: Count
// How many alliances stand today led by an organisation that covers an area or a part of it.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(:Area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(alliance:Alliance)
WHERE ($level IS NULL OR alliance.level = $level)
  AND ($q IS NULL OR alliance.name CONTAINS $q)
RETURN count(DISTINCT alliance) AS total
