// name: areas/subtree
// mode: read
// params: id, max_depth, limit
// row: AreaStep
// All below down to a depth, as a tree is built from: by id within a depth. No more than a limit, past which there is no tree.
MATCH way = (:Area {id: $id})<-[:WITHIN*1..20]-(a:Area)
WHERE length(way) <= $max_depth
WITH a, length(way) AS depth
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
