// name: orgs/ancestors
// mode: read
// params: id
// row: OrgStep
// What stands above, nearest first, to the root.
MATCH way = (:PartyOrg {id: $id})-[:UNDER*1..20]->(o:PartyOrg)
RETURN o.id AS id,
       o.kind AS kind,
       o.name AS name,
       o.valid_from AS valid_from,
       o.valid_to AS valid_to,
       o.source AS source,
       o.tier AS tier,
       o.title AS title,
       head([(o)-[:UNDER]->(superior) | superior.id]) AS parent_id,
       head([(o)-[:COVERS]->(area) | area.id]) AS area_id,
       length(way) AS depth,
       true AS has_more
ORDER BY depth, id
