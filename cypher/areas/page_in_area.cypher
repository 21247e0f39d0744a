// name: areas/page_in_area
// mode: read
// params: area_id, kind, category, q, after, limit
// row: Area
// Areas that stand today that are an area or a part of it, a page by id.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(a:Area)
WHERE ($kind IS NULL OR a.kind = $kind)
  AND ($category IS NULL OR a.category = $category)
  AND ($q IS NULL OR a.name CONTAINS $q)
  AND a.id > $after
WITH a
ORDER BY a.id
LIMIT $limit
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
