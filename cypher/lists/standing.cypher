// name: lists/standing
// mode: read
// params: kinds, after, limit
// row: Ids
// The ids of all entities of some kinds that stand today, in order: how many, and those of one page. Nothing of them is read
// but the index: the closed ones, which stand in it too, are counted by themselves.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
  UNWIND $kinds AS kind
  MATCH (e:Entity)
  USING INDEX e:Entity(kind, id)
  WHERE e.kind = kind
    AND e.id > ''
  RETURN count(e) AS ever
}
CALL () {
  UNWIND $kinds AS kind
  MATCH (closed:Closed)
  USING INDEX closed:Closed(kind)
  WHERE closed.kind = kind
  RETURN count(closed) AS closed
}
CALL () {
  UNWIND $kinds AS kind
  CALL (kind) {
    MATCH (e:Entity)
    USING INDEX e:Entity(kind, id)
    WHERE e.kind = kind
      AND e.id > $after
      AND e.valid_to IS NULL
    WITH e
    ORDER BY e.kind, e.id
    LIMIT $limit
    RETURN e.id AS id
  }
  WITH id
  ORDER BY id
  LIMIT $limit
  RETURN collect(id) AS ids
}
RETURN seq,
       token_key,
       ever - closed AS total,
       ids
