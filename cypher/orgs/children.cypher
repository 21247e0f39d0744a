// name: orgs/children
// mode: read
// params: id, kinds, after, limit
// row: OrgPage
// What stands next below, a page by id.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)<-[:UNDER]-(o:PartyOrg)
  RETURN count(o) AS total
}
CALL (start) {
  MATCH (start)<-[:UNDER]-(o:PartyOrg)
  WHERE o.id > $after
  WITH o
  ORDER BY o.id
  LIMIT $limit
  RETURN collect(o {.id, .kind, .name, .valid_from, .valid_to, .source, .tier, .title,
    parent_id: head([(o)-[:UNDER]->(superior) | superior.id]),
    area_id: reduce(first = null, id IN [(o)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END)}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
