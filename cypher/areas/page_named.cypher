// name: areas/page_named
// mode: read
// params: q, kind, category, after, limit
// row: Area
// Areas that stand today with a part of their name, a page by id.
MATCH (a:Area)
WHERE a.name CONTAINS $q
  AND ($kind IS NULL OR a.kind = $kind)
  AND ($category IS NULL OR a.category = $category)
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
