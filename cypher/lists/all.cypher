// name: lists/all
// mode: read
// params: day, after, limit
// row: Ids
// The ids of all entities that stand on a day, in order: how many, and those of one page. Of today the store keeps the number.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
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
  RETURN ever - closed AS total,
         ids
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (e:Entity)
    USING INDEX e:Entity(id)
    WHERE e.id > ''
      AND ((e.valid_from <= $day AND coalesce($day < e.valid_to, true))
        OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
    WITH e.id AS id
    ORDER BY id
    RETURN collect(id) AS found
  }
  RETURN size(found) AS total,
         [id IN found WHERE id > $after][..$limit] AS ids
}
RETURN seq,
       token_key,
       total,
       ids
