// name: units/page_named
// mode: read
// params: q, category, line, member, after, limit
// row: Unit
// Units that stand today with a part of their name, a page by id.
MATCH (unit:Unit)
WHERE unit.name CONTAINS $q
  AND ($category IS NULL OR unit.category = $category)
  AND ($line IS NULL OR unit.line = $line)
  AND ($member IS NULL OR EXISTS { (unit)-[:MEMBER_OF]->() } = $member)
  AND unit.id > $after
WITH unit
ORDER BY unit.id
LIMIT $limit
RETURN unit.id AS id,
       unit.kind AS kind,
       unit.name AS name,
       unit.valid_from AS valid_from,
       unit.valid_to AS valid_to,
       unit.source AS source,
       unit.category AS category,
       unit.line AS line
ORDER BY id
