// name: alliances/led
// mode: read
// params: id, kinds, after, limit
// row: AlliancePage
// The alliances and leading groups an organisation leads, a page by id.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)-[leads:LEADS]->()
  RETURN count(leads) AS total
}
CALL (start) {
  MATCH (start)-[:LEADS]->(alliance)
  WHERE alliance.id > $after
  WITH alliance
  ORDER BY alliance.id
  LIMIT $limit
  RETURN collect(alliance {.id, .kind, .name, .valid_from, .valid_to, .source, .level,
    lead_id: head([(alliance)<-[:LEADS]-(lead) | lead.id])}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
