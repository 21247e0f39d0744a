// name: areas/ancestors
// mode: read
// params: id, kinds
// row: AreaSteps
// What stands above, nearest first, to the root.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)-[:WITHIN*1..20]->(a:Area)
  WITH a, length(way) AS depth
  ORDER BY depth, a.id
  RETURN collect(a {.id, .kind, .name, .valid_from, .valid_to, .source, .code, .category,
    parent_id: head([(a)-[:WITHIN]->(whole) | whole.id]),
    depth: depth, has_more: true}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(items) AS total,
       items
