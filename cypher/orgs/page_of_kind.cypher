// name: orgs/page_of_kind
// mode: read
// params: kind, tier, after, limit
// row: Org
// Party organisations that stand today of one kind, a page by id.
MATCH (o:PartyOrg)
WHERE o.kind = $kind
  AND ($tier IS NULL OR o.tier = $tier)
  AND o.id > $after
WITH o
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
