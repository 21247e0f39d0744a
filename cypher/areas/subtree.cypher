// name: areas/subtree
// mode: read
// params: id, kinds, max_depth, limit
// row: AreaSteps
// All below down to a depth, as a tree is built from: by id within a depth. No more than a limit, past which there is no tree.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)<-[:WITHIN*1..20]-(a:Area)
  WHERE length(way) <= $max_depth
  WITH a, length(way) AS depth
  LIMIT $limit
  WITH a, depth
  ORDER BY depth, a.id
  RETURN collect(a {.id, .kind, .name, .valid_from, .valid_to, .source, .code, .category,
    parent_id: head([(a)-[:WITHIN]->(whole) | whole.id]),
    depth: depth, has_more: EXISTS { (a)<-[:WITHIN]-() }}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(items) AS total,
       items
