// name: lists/of_kinds
// mode: read
// params: kinds, q, conditions, lacks, has, day, after, limit
// row: Ids
// The ids of the entities of some kinds that stand on a day and meet some conditions, in order: how many, and those of one page.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
CALL (is_today) {
  CALL (is_today) {
    WITH is_today
    WHERE is_today
    UNWIND $kinds AS kind
    MATCH (e:Entity)
    USING INDEX e:Entity(kind, id)
    WHERE e.kind = kind
      AND e.id > ''
      AND e.valid_to IS NULL
      AND ($q IS NULL OR e.name CONTAINS $q)
      AND all(one IN $conditions WHERE CASE one.comparison
        WHEN ':' THEN e[one.key] = one.value
        WHEN '<' THEN e[one.key] < one.value
        WHEN '>' THEN e[one.key] > one.value
        WHEN 'holds' THEN e[one.key] IS :: LIST<STRING> AND one.value IN e[one.key]
        WHEN 'among' THEN e[one.key] IN one.value
      END)
      AND (size($lacks) = 0 OR NOT EXISTS { (e)-[link]-(:Entity) WHERE type(link) IN $lacks })
      AND (size($has) = 0 OR EXISTS { (e)-[link]-(:Entity) WHERE type(link) IN $has })
    RETURN e.id AS id
    UNION ALL
    WITH is_today
    WHERE NOT is_today
    CALL () {
      UNWIND $kinds AS kind
      MATCH (e:Entity)
      USING INDEX e:Entity(kind, id)
      WHERE e.kind = kind
        AND e.id > ''
        AND e.valid_from <= $day AND coalesce($day < e.valid_to, true)
        AND NOT EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
      RETURN e, e AS state
      UNION ALL
      MATCH (version:Version)
      USING INDEX version:Version(kind, valid_to)
      WHERE version.kind IN $kinds
        AND version.valid_to > $day
        AND version.valid_from <= $day
      MATCH (version)<-[:HAD]-(e:Entity)
      RETURN e, version AS state
    }
    WITH e, state
    WHERE ($q IS NULL OR state.name CONTAINS $q)
      AND all(one IN $conditions WHERE CASE one.comparison
        WHEN ':' THEN state[one.key] = one.value
        WHEN '<' THEN state[one.key] < one.value
        WHEN '>' THEN state[one.key] > one.value
        WHEN 'holds' THEN state[one.key] IS :: LIST<STRING> AND one.value IN state[one.key]
        WHEN 'among' THEN e[one.key] IN one.value
      END)
      AND (size($lacks) = 0 OR NOT EXISTS { (e)-[link]-(:Entity)
        WHERE type(link) IN $lacks AND link.valid_from <= $day AND coalesce($day < link.valid_to, true) })
      AND (size($has) = 0 OR EXISTS { (e)-[link]-(:Entity)
        WHERE type(link) IN $has AND link.valid_from <= $day AND coalesce($day < link.valid_to, true) })
    RETURN e.id AS id
  }
  WITH id
  ORDER BY id
  RETURN collect(id) AS found
}
RETURN seq,
       token_key,
       size(found) AS total,
       [id IN found WHERE id > $after][..$limit] AS ids
