// name: areas/total
// mode: read
// params: category
// row: Count
// How many areas stand today.
MATCH (a:Area)
WHERE ($category IS NULL OR a.category = $category)
  AND a.id > ''
RETURN count(a) AS total
