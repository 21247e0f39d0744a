// name: alliances/page
// mode: read
// params: level, after, limit
// row: Alliance
// Alliances that stand today in the order of their ids, a page by id.
MATCH (alliance:Alliance)
WHERE ($level IS NULL OR alliance.level = $level)
  AND alliance.id > $after
WITH alliance
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
