// name: alliances/page_named
// mode: read
// params: q, level, after, limit
// row: Alliance
// Alliances that stand today with a part of their name, a page by id.
MATCH (alliance:Alliance)
WHERE alliance.name CONTAINS $q
  AND ($level IS NULL OR alliance.level = $level)
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
