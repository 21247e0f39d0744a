// name: orgs/subtree
// mode: read
// params: id, max_depth, limit
// row: OrgStep
// All below down to a depth, as a tree is built from: by id within a depth. No more than a limit, past which there is no tree.
MATCH way = (:PartyOrg {id: $id})<-[:UNDER*1..20]-(o:PartyOrg)
WHERE length(way) <= $max_depth
WITH o, length(way) AS depth
LIMIT $limit
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
       depth,
       EXISTS { (o)<-[:UNDER]-() } AS has_more
ORDER BY depth, id
