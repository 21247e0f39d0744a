// name: search/around
// mode: read
// params: ids
// row: NearestAround
// The ids, names and kinds of the areas around some areas, nearest first.
MATCH (area:Area)
WHERE area.id IN $ids
RETURN area.id AS id,
       COLLECT {
         MATCH way = (area)-[:WITHIN*1..20]->(around:Area)
         RETURN around.id
         ORDER BY length(way), around.id
       } AS ids,
       COLLECT {
         MATCH way = (area)-[:WITHIN*1..20]->(around:Area)
         RETURN around.name
         ORDER BY length(way), around.id
       } AS names,
       COLLECT {
         MATCH way = (area)-[:WITHIN*1..20]->(around:Area)
         RETURN around.kind
         ORDER BY length(way), around.id
       } AS kinds
ORDER BY id
