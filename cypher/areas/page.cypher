// name: areas/page
// mode: read
// params: category, after, limit
// row: Area
// Areas that stand today in the order of their ids, a page by id.
MATCH (a:Area)
WHERE ($category IS NULL OR a.category = $category)
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
