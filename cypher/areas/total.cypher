// name: areas/total
// mode: read
// params: category
// row: Count
// How many areas stand today in the order of their ids.
MATCH (a:Area)
WHERE ($category IS NULL OR a.category = $category)
  AND a.id > ''
RETURN count(a) AS total
