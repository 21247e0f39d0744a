// name: orgs/descendants
// mode: read
// params: id, kinds, max_depth, kind, tier, after_depth, after_id, limit
// row: OrgSteps
// What stands below down to a depth, a page nearest first and then by id.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)<-[:UNDER*1..20]-(o:PartyOrg)
  WHERE length(way) <= $max_depth
    AND ($kind IS NULL OR o.kind = $kind)
    AND ($tier IS NULL OR o.tier = $tier)
  RETURN count(o) AS total
}
CALL (start) {
  MATCH way = (start)<-[:UNDER*1..20]-(o:PartyOrg)
  WHERE length(way) <= $max_depth
    AND ($kind IS NULL OR o.kind = $kind)
    AND ($tier IS NULL OR o.tier = $tier)
  WITH o, length(way) AS depth
  WHERE depth > $after_depth
     OR (depth = $after_depth AND o.id > $after_id)
  WITH o, depth
  ORDER BY depth, o.id
  LIMIT $limit
  RETURN collect(o {.id, .kind, .name, .valid_from, .valid_to, .source, .tier, .title,
    parent_id: head([(o)-[:UNDER]->(superior) | superior.id]),
    area_id: reduce(first = null, id IN [(o)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END),
    depth: depth, has_more: EXISTS { (o)<-[:UNDER]-() }}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
