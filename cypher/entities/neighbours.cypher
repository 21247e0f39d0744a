// name: entities/neighbours
// mode: read
// params: id, types, limit
// row: Neighbour
// What an entity touches today by relationships of those types, by type and then id.
MATCH (:Entity {id: $id})-[link]-(e:Entity)
WHERE type(link) IN $types
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       e.valid_from AS valid_from,
       e.valid_to AS valid_to,
       e.source AS source,
       e.tier AS tier,
       e.title AS title,
       head([(e)-[:UNDER|WITHIN]->(superior) | superior.id]) AS parent_id,
       head([(e)-[:COVERS]->(area) | area.id]) AS area_id,
       e.code AS code,
       e.category AS category,
       e.level AS level,
       head([(e)<-[:LEADS]-(lead) | lead.id]) AS lead_id,
       e.line AS line,
       startNode(link).id AS link_source,
       endNode(link).id AS link_target,
       type(link) AS link_type
ORDER BY link_type, id, link_source
LIMIT $limit
