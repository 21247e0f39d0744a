// name: lists/of_kinds
// mode: read
// params: kinds, q, conditions, lacks, has, after, limit
// row: Ids
// The ids of the entities of some kinds that stand today and meet some conditions, in order: how many, and those of one page.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
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
  WITH e.id AS id
  ORDER BY id
  RETURN collect(id) AS found
}
RETURN seq,
       token_key,
       size(found) AS total,
       [id IN found WHERE id > $after][..$limit] AS ids
