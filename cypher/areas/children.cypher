// name: areas/children
// mode: read
// params: id, kinds, after, limit
// row: AreaPage
// What stands next below, a page by id.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)<-[:WITHIN]-(a:Area)
  RETURN count(a) AS total
}
CALL (start) {
  MATCH (start)<-[:WITHIN]-(a:Area)
  WHERE a.id > $after
  WITH a
  ORDER BY a.id
  LIMIT $limit
  RETURN collect(a {.id, .kind, .name, .valid_from, .valid_to, .source, .code, .category,
    parent_id: head([(a)-[:WITHIN]->(whole) | whole.id])}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
