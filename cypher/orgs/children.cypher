// name: orgs/children
// mode: read
// params: id, after, limit
// row: Org
// What stands next below, by id.
MATCH (:PartyOrg {id: $id})<-[:UNDER]-(o:PartyOrg)
WHERE o.id > $after
RETURN o.id AS id,
       o.kind AS kind,
       o.name AS name,
       o.valid_from AS valid_from,
       o.valid_to AS valid_to,
       o.source AS source,
       o.tier AS tier,
       o.title AS title,
       head([(o)-[:UNDER]->(superior) | superior.id]) AS parent_id,
       head([(o)-[:COVERS]->(area) | area.id]) AS area_id
ORDER BY id
LIMIT $limit
