// name: search/around
// mode: read
// params: ids, day
// row: NearestAround
// The ids, names and kinds of the areas around some areas on a day, nearest first.
MATCH (area:Entity)
WHERE area.id IN $ids
CALL (area) {
  MATCH (area)-[links:WITHIN|WAS_WITHIN*1..20]->(around:Entity)
  WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH around, size(links) AS depth, coalesce(head([(around)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), around) AS state
  ORDER BY depth, around.id
  RETURN collect(around.id) AS ids,
         collect(state.name) AS names,
         collect(state.kind) AS kinds
}
RETURN area.id AS id,
       ids,
       names,
       kinds
ORDER BY id
