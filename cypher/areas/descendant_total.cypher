// name: areas/descendant_total
// mode: read
// params: id, max_depth, kind
// row: Count
// How many stand below down to a depth.
MATCH way = (:Area {id: $id})<-[:WITHIN*1..20]-(a:Area)
WHERE length(way) <= $max_depth
  AND ($kind IS NULL OR a.kind = $kind)
RETURN count(a) AS total
