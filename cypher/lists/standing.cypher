// name: lists/standing
// mode: read
// params: kinds, day, after, limit
// row: Ids
// The ids of all entities of some kinds that stand on a day, in order: how many, and those of one page. Of today nothing of them
// is read but the index: the closed ones, which stand in it too, are counted by themselves.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
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
  RETURN ever - closed AS total,
         ids
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    CALL () {
      UNWIND $kinds AS kind
      MATCH (e:Entity)
      USING INDEX e:Entity(kind, id)
      WHERE e.kind = kind
        AND e.id > ''
        AND e.valid_from <= $day AND coalesce($day < e.valid_to, true)
        AND NOT EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
      RETURN e.id AS id
      UNION ALL
      MATCH (version:Version)
      USING INDEX version:Version(kind, valid_to)
      WHERE version.kind IN $kinds
        AND version.valid_to > $day
        AND version.valid_from <= $day
      MATCH (version)<-[:HAD]-(e:Entity)
      RETURN e.id AS id
    }
    WITH id
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
