// name: areas/total_named
// mode: read
// params: q, kind, category
// row: Count
// How many areas stand today with a part of their name.
MATCH (a:Area)
WHERE a.name CONTAINS $q
  AND ($kind IS NULL OR a.kind = $kind)
  AND ($category IS NULL OR a.category = $category)
RETURN count(a) AS total
