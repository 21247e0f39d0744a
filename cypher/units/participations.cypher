// name: units/participations
// mode: read
// params: id, after, limit
// row: Participation
// The alliances a unit sits in, by alliance.
MATCH (:Unit {id: $id})-[membership:MEMBER_OF]->(alliance:Alliance)
WHERE alliance.id > $after
RETURN alliance.id AS id,
       alliance.kind AS kind,
       alliance.name AS name,
       alliance.valid_from AS valid_from,
       alliance.valid_to AS valid_to,
       alliance.source AS source,
       alliance.level AS level,
       head([(lead:PartyOrg)-[:LEADS]->(alliance) | lead.id]) AS lead_id,
       membership.role AS role,
       membership.valid_from AS member_since
ORDER BY id
LIMIT $limit
