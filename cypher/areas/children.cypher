// name: areas/children
// mode: read
// params: id, after, limit
// row: Area
// What stands next below, by id.
MATCH (:Area {id: $id})<-[:WITHIN]-(a:Area)
WHERE a.id > $after
RETURN a.id AS id,
       a.kind AS kind,
       a.name AS name,
       a.valid_from AS valid_from,
       a.valid_to AS valid_to,
       a.source AS source,
       a.code AS code,
       a.category AS category,
       head([(a)-[:WITHIN]->(whole) | whole.id]) AS parent_id
ORDER BY id
LIMIT $limit
