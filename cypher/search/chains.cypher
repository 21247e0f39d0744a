// name: search/chains
// mode: read
// params: ids, placing, near
// row: Chained
// Entities with the names of what is around or above each, nearest first: of an area the areas it lies in, of an organisation
// its superiors, of an alliance who leads it and up; of a unit the first alliance it belongs to, and so on up; of anything else
// the first of what the given relationships of its kind lead to, and so on up. Whether they are near alone is given.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WHERE e.valid_to IS NULL
CALL (e) {
  MATCH way = (e)-[:CONTACTS|DISPATCHED_TO|HOLDS|IDENTIFIES|LOCATED_IN|ORGANISED_BY|PART_OF|POSTED_TO|SERVES|SET_UP_IN*0..5]->(place:Entity)
  WHERE all(link IN relationships(way) WHERE type(link) IN $placing[startNode(link).kind])
  RETURN tail([met IN nodes(way) | met.name]) AS placed, place
  ORDER BY length(way) DESC, [met IN nodes(way) | met.id]
  LIMIT 1
}
CALL (place) {
  OPTIONAL MATCH (place)-[:MEMBER_OF]->(alliance)
  RETURN alliance AS joined
  ORDER BY alliance.id
  LIMIT 1
}
WITH e, placed, place, joined, coalesce(joined, place) AS led
CALL (led) {
  OPTIONAL MATCH (org)-[:LEADS]->(led)
  RETURN org AS lead
  ORDER BY org.id
  LIMIT 1
}
WITH e, placed + [met IN [joined, lead] WHERE met IS NOT NULL | met.name] AS met, coalesce(lead, place) AS start
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       met + COLLECT {
         MATCH way = (start)-[:UNDER|WITHIN*1..20]->(above)
         RETURN above.name
         ORDER BY length(way), above.id
       } AS chain,
       $near AS near
ORDER BY id
