// name: orgs/ancestors
// mode: read
// params: id, kinds
// row: OrgSteps
// What stands above, nearest first, to the root.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)-[:UNDER*1..20]->(o:PartyOrg)
  WITH o, length(way) AS depth
  ORDER BY depth, o.id
  RETURN collect(o {.id, .kind, .name, .valid_from, .valid_to, .source, .tier, .title,
    parent_id: head([(o)-[:UNDER]->(superior) | superior.id]),
    area_id: reduce(first = null, id IN [(o)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END),
    depth: depth, has_more: true}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(items) AS total,
       items
