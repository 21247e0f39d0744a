// name: alliances/page_in_area
// mode: read
// params: area_id, level, q, after, limit
// row: Alliance
// Alliances that stand today led by an organisation that covers an area or a part of it, a page by id.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(:Area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(alliance:Alliance)
WHERE ($level IS NULL OR alliance.level = $level)
  AND ($q IS NULL OR alliance.name CONTAINS $q)
  AND alliance.id > $after
WITH DISTINCT alliance
ORDER BY alliance.id
LIMIT $limit
RETURN alliance.id AS id,
       alliance.kind AS kind,
       alliance.name AS name,
       alliance.valid_from AS valid_from,
       alliance.valid_to AS valid_to,
       alliance.source AS source,
       alliance.level AS level,
       head([(lead:PartyOrg)-[:LEADS]->(alliance) | lead.id]) AS lead_id
ORDER BY id
