// name: areas/total_in_area
// mode: read
// params: area_id, kind, category, q
// row: Count
// How many areas stand today that are an area or a part of it.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(a:Area)
WHERE ($kind IS NULL OR a.kind = $kind)
  AND ($category IS NULL OR a.category = $category)
  AND ($q IS NULL OR a.name CONTAINS $q)
RETURN count(a) AS total
