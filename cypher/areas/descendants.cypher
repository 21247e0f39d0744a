// name: areas/descendants
// mode: read
// params: id, kinds, max_depth, kind, after_depth, after_id, limit
// row: AreaSteps
// What stands below down to a depth, a page nearest first and then by id.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)<-[:WITHIN*1..20]-(a:Area)
  WHERE length(way) <= $max_depth
    AND ($kind IS NULL OR a.kind = $kind)
  RETURN count(a) AS total
}
CALL (start) {
  MATCH way = (start)<-[:WITHIN*1..20]-(a:Area)
  WHERE length(way) <= $max_depth
    AND ($kind IS NULL OR a.kind = $kind)
  WITH a, length(way) AS depth
  WHERE depth > $after_depth
     OR (depth = $after_depth AND a.id > $after_id)
  WITH a, depth
  ORDER BY depth, a.id
  LIMIT $limit
  RETURN collect(a {.id, .kind, .name, .valid_from, .valid_to, .source, .code, .category,
    parent_id: head([(a)-[:WITHIN]->(whole) | whole.id]),
    depth: depth, has_more: EXISTS { (a)<-[:WITHIN]-() }}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
