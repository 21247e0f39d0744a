// name: orgs/page_in_area
// mode: read
// params: area_id, kind, tier, q, after, limit
// row: Org
// Party organisations that stand today that cover an area or a part of it, a page by id.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(:Area)<-[:COVERS]-(o:PartyOrg)
WHERE ($kind IS NULL OR o.kind = $kind)
  AND ($tier IS NULL OR o.tier = $tier)
  AND ($q IS NULL OR o.name CONTAINS $q)
  AND o.id > $after
WITH DISTINCT o
ORDER BY o.id
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
       reduce(first = null, id IN [(o)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END) AS area_id
ORDER BY id
