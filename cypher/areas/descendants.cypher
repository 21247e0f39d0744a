// name: areas/descendants
// mode: read
// params: id, max_depth, kind, after_depth, after_id, limit
// row: AreaStep
// What stands below down to a depth, nearest first and then by id.
MATCH way = (:Area {id: $id})<-[:WITHIN*1..20]-(a:Area)
WHERE length(way) <= $max_depth
  AND ($kind IS NULL OR a.kind = $kind)
WITH a, length(way) AS depth
WHERE depth > $after_depth
   OR (depth = $after_depth AND a.id > $after_id)
WITH a, depth
ORDER BY depth, a.id
LIMIT $limit
RETURN a.id AS id,
       a.kind AS kind,
       a.name AS name,
       a.valid_from AS valid_from,
       a.valid_to AS valid_to,
       a.source AS source,
       a.code AS code,
       a.category AS category,
       head([(a)-[:WITHIN]->(whole) | whole.id]) AS parent_id,
       depth,
       EXISTS { (a)<-[:WITHIN]-() } AS has_more
ORDER BY depth, id
