// name: units/participations
// mode: read
// params: id, after, limit
// row: ParticipationPage
// The alliances a unit sits in, a page by alliance.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind = 'Unit'
CALL (start) {
  MATCH (start)-[membership:MEMBER_OF]->(:Alliance)
  RETURN count(membership) AS total
}
CALL (start) {
  MATCH (start)-[membership:MEMBER_OF]->(alliance:Alliance)
  WHERE alliance.id > $after
  WITH alliance, membership
  ORDER BY alliance.id
  LIMIT $limit
  RETURN collect(alliance {.id, .kind, .name, .valid_from, .valid_to, .source, .level,
    lead_id: head([(alliance)<-[:LEADS]-(lead) | lead.id]),
    role: membership.role,
    member_since: membership.valid_from}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
