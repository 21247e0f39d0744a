// name: search/chains
// mode: read
// params: ids, placing, near, day
// row: Chained
// Entities with the names of what was around or above each on a day, nearest first: of an area the areas it lay in, of an
// organisation its superiors, of an alliance who led it and up; of a unit the first alliance it belonged to, and so on up; of
// anything else the first of what the given relationships of its kind led to, and so on up. Whether they are near alone is given.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WHERE e.valid_from <= $day AND coalesce($day < e.valid_to, true)
   OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
CALL (e) {
  MATCH way = (e)-[links:CONTACTS|DISPATCHED_TO|HOLDS|IDENTIFIES|LOCATED_IN|ORGANISED_BY|PART_OF|POSTED_TO|SERVES|SET_UP_IN
    |WAS_CONTACTS|WAS_DISPATCHED_TO|WAS_HOLDS|WAS_IDENTIFIES|WAS_LOCATED_IN|WAS_ORGANISED_BY|WAS_PART_OF|WAS_POSTED_TO|WAS_SERVES|WAS_SET_UP_IN*0..5]->(place:Entity)
  WHERE all(link IN links WHERE replace(type(link), 'WAS_', '') IN $placing[startNode(link).kind]
    AND link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH way, place
  ORDER BY length(way) DESC, [met IN nodes(way) | met.id]
  LIMIT 1
  RETURN [met IN tail(nodes(way)) | coalesce(head([(met)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), met).name] AS placed, place
}
CALL (place) {
  OPTIONAL MATCH (place)-[seat:MEMBER_OF|WAS_MEMBER_OF]->(alliance)
  WHERE seat.valid_from <= $day AND coalesce($day < seat.valid_to, true)
  RETURN alliance AS joined
  ORDER BY alliance.id
  LIMIT 1
}
WITH e, placed, place, joined, coalesce(joined, place) AS led
CALL (led) {
  OPTIONAL MATCH (org)-[leads:LEADS|WAS_LEADS]->(led)
  WHERE leads.valid_from <= $day AND coalesce($day < leads.valid_to, true)
  RETURN org AS lead
  ORDER BY org.id
  LIMIT 1
}
WITH e, placed + [met IN [joined, lead] WHERE met IS NOT NULL | coalesce(head([(met)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), met).name] AS met,
     coalesce(lead, place) AS start, coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) AS state
CALL (start) {
  MATCH (start)-[links:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN*1..20]->(above)
  WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH above, size(links) AS depth
  ORDER BY depth, above.id
  RETURN collect(coalesce(head([(above)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), above).name) AS names
}
RETURN e.id AS id,
       state.kind AS kind,
       state.name AS name,
       met + names AS chain,
       $near AS near
ORDER BY id
