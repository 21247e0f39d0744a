// name: search/chains
// mode: read
// params: ids
// row: Hit
// Entities with the names of what is around or above each, nearest first: of an area the areas it lies in, of an organisation
// its superiors, of an alliance who leads it and up; of a unit the first alliance it belongs to, and so on up.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WHERE e.valid_to IS NULL
CALL (e) {
  OPTIONAL MATCH (e)-[:MEMBER_OF]->(alliance)
  RETURN alliance AS joined
  ORDER BY alliance.id
  LIMIT 1
}
WITH e, joined, coalesce(joined, e) AS led
CALL (led) {
  OPTIONAL MATCH (org)-[:LEADS]->(led)
  RETURN org AS lead
  ORDER BY org.id
  LIMIT 1
}
WITH e, [met IN [joined, lead] WHERE met IS NOT NULL | met.name] AS met, coalesce(lead, e) AS start
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       met + COLLECT {
         MATCH way = (start)-[:UNDER|WITHIN*1..20]->(above)
         RETURN above.name
         ORDER BY length(way), above.id
       } AS chain
ORDER BY id
