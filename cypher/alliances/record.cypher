// name: alliances/record
// mode: read
// params: id
// row: AllianceRecord
// An alliance or leading group by its id, standing or closed; a closed one names who last led it. Null when there is none.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (alliance:Entity {id: $id})
WHERE alliance.kind IN ['Alliance', 'LeadingGroup']
RETURN seq,
       token_key,
       alliance {.id, .kind, .name, .valid_from, .valid_to, .source, .level,
         lead_id: coalesce(
           head([(alliance)<-[:LEADS]-(lead) | lead.id]),
           head([(alliance)<-[was:WAS_LEADS]-(lead) WHERE was.valid_to = alliance.valid_to | lead.id])
         )} AS record
