// name: alliances/led
// mode: read
// params: id, after, limit
// row: Alliance
// The alliances and leading groups an organisation leads, by id.
MATCH (:PartyOrg {id: $id})-[:LEADS]->(alliance)
WHERE alliance.id > $after
RETURN alliance.id AS id,
       alliance.kind AS kind,
       alliance.name AS name,
       alliance.valid_from AS valid_from,
       alliance.valid_to AS valid_to,
       alliance.source AS source,
       alliance.level AS level,
       head([(lead:PartyOrg)-[:LEADS]->(alliance) | lead.id]) AS lead_id
ORDER BY id
LIMIT $limit
