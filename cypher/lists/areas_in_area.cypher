// name: lists/areas_in_area
// mode: read
// params: area_id, kinds, q, conditions, lacks, has, after, limit
// row: Ids
// The ids of the areas that stand today and are an area or a part of it, in order: how many, and
// those of one page.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
  MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(e:Area)
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
  WITH e.id AS id
  ORDER BY id
  RETURN collect(id) AS found
}
RETURN seq,
       token_key,
       size(found) AS total,
       [id IN found WHERE id > $after][..$limit] AS ids
