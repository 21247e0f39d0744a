// name: lists/all
// mode: read
// params: after, limit
// row: Ids
// The ids of all entities that stand today, in order: how many, and those of one page.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
  MATCH (e:Entity)
  RETURN count(e) AS ever
}
CALL () {
  MATCH (closed:Closed)
  RETURN count(closed) AS closed
}
CALL () {
  MATCH (e:Entity)
  USING INDEX e:Entity(id)
  WHERE e.id > $after
    AND e.valid_to IS NULL
  WITH e
  ORDER BY e.id
  LIMIT $limit
  RETURN collect(e.id) AS ids
}
RETURN seq,
       token_key,
       ever - closed AS total,
       ids
