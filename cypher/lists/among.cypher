// name: lists/among
// mode: read
// params: among, kinds, q, conditions, lacks, has, related_to, types, day, after, limit
// row: Ids
// The ids of those of some entities that are of some kinds, stand on a day and meet some conditions, in order: how many, and
// those of one page.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
CALL (is_today) {
  CALL (is_today) {
    WITH is_today
    WHERE is_today
    UNWIND $among AS wanted
    MATCH (e:Entity {id: wanted})
    WHERE e.kind IN $kinds
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
      AND ($related_to IS NULL OR EXISTS {
        (e)-[joining]-(:Entity {id: $related_to})
        WHERE type(joining) IN $types
      })
    RETURN DISTINCT e.id AS id
    UNION ALL
    WITH is_today
    WHERE NOT is_today
    UNWIND $among AS wanted
    MATCH (e:Entity {id: wanted})
    WITH DISTINCT e
    WITH e, coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) AS state
    WHERE state.kind IN $kinds
      AND state.valid_from <= $day AND coalesce($day < state.valid_to, true)
      AND ($q IS NULL OR state.name CONTAINS $q)
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
      AND ($related_to IS NULL OR EXISTS { (e)-[joining]-(:Entity {id: $related_to})
        WHERE type(joining) IN $types AND joining.valid_from <= $day AND coalesce($day < joining.valid_to, true) })
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
