// name: orgs/descendants
// mode: read
// params: id, max_depth, kind, tier, after_depth, after_id, limit
// row: OrgStep
// What stands below down to a depth, nearest first and then by id.
MATCH way = (:PartyOrg {id: $id})<-[:UNDER*1..20]-(o:PartyOrg)
WHERE length(way) <= $max_depth
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($tier IS NULL OR o.tier = $tier)
WITH o, length(way) AS depth
WHERE depth > $after_depth
   OR (depth = $after_depth AND o.id > $after_id)
WITH o, depth
ORDER BY depth, o.id
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
