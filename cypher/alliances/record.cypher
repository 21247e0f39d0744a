// name: alliances/record
// mode: read
// params: id
// row: Alliance
// An alliance or leading group by its id, standing or closed; a closed one names who last led it.
MATCH (alliance:Entity {id: $id})
WHERE alliance.kind IN ['Alliance', 'LeadingGroup']
RETURN alliance.id AS id,
       alliance.kind AS kind,
       alliance.name AS name,
       alliance.valid_from AS valid_from,
       alliance.valid_to AS valid_to,
       alliance.source AS source,
       alliance.level AS level,
       coalesce(
         head([(alliance)<-[:LEADS]-(lead) | lead.id]),
         head([(alliance)<-[was:WAS_LEADS]-(lead) WHERE was.valid_to = alliance.valid_to | lead.id])
       ) AS lead_id
