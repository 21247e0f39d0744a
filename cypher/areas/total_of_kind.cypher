// name: areas/total_of_kind
// mode: read
// params: kind, category
// row: Count
// How many areas stand today of one kind.
MATCH (a:Area)
WHERE a.kind = $kind
  AND ($category IS NULL OR a.category = $category)
  AND a.id > ''
RETURN count(a) AS total
