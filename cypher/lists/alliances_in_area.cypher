// name: lists/alliances_in_area
// mode: read
// params: area_id, kinds, q, conditions, lacks, has, day, after, limit
// row: Ids
// The ids of the alliances that stand on a day and are led by an organisation that covers an area or a part of it, in order: how many, and
// those of one page.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
CALL (is_today) {
  CALL (is_today) {
    WITH is_today
    WHERE is_today
    MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(:Area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(e:Alliance)
    WITH DISTINCT e
    WHERE e.kind IN $kinds
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
    MATCH (top:Entity {id: $area_id})
    WHERE (top.valid_from <= $day AND coalesce($day < top.valid_to, true))
       OR EXISTS { (top)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    MATCH (top)<-[within:WITHIN|WAS_WITHIN*0..20]-(area:Entity)
    WHERE all(link IN within WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    MATCH (area)<-[covering:COVERS|WAS_COVERS]-(:Entity)-[leading:LEADS|WAS_LEADS]->(e:Entity)
    WHERE covering.valid_from <= $day AND coalesce($day < covering.valid_to, true)
      AND leading.valid_from <= $day AND coalesce($day < leading.valid_to, true)
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
