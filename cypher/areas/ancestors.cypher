// name: areas/ancestors
// mode: read
// params: id
// row: AreaStep
// What stands above, nearest first, to the root.
MATCH way = (:Area {id: $id})-[:WITHIN*1..20]->(a:Area)
RETURN a.id AS id,
       a.kind AS kind,
       a.name AS name,
       a.valid_from AS valid_from,
       a.valid_to AS valid_to,
       a.source AS source,
       a.code AS code,
       a.category AS category,
       head([(a)-[:WITHIN]->(whole) | whole.id]) AS parent_id,
       length(way) AS depth,
       true AS has_more
ORDER BY depth, id
