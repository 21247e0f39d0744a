// name: answers/powers
// mode: read
// params: id, kinds, kind, after, limit
// row: HeldPowerPage
// The powers, enforcement items and rights that a town holds, or the nearest town an area lies in, all or of a kind, a page by id.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)-[:WITHIN*0..20]->(town:Town)
  WITH town
  ORDER BY length(way)
  LIMIT 1
  RETURN collect(town) AS towns
}
CALL (towns) {
  UNWIND towns AS town
  MATCH (town)<-[:DELEGATED_TO|GRANTED_TO]-(power)
  WHERE $kind IS NULL
     OR power.kind = $kind
  RETURN count(power) AS total
}
CALL (towns) {
  UNWIND towns AS town
  MATCH (town)<-[holds:DELEGATED_TO|GRANTED_TO]-(power)
  WHERE ($kind IS NULL OR power.kind = $kind)
    AND power.id > $after
  WITH power, town, holds
  ORDER BY power.id
  LIMIT $limit
  RETURN collect({
    power: power {.id, .kind, .name, .valid_from, .valid_to, .source, .basis,
      since: coalesce(power.delegated_on, power.granted_on)},
    delegated_by: head([(power)-[:DELEGATED_BY]->(unit:Unit) |
      unit {.id, .kind, .name, .valid_from, .valid_to, .source, .category, .line}]),
    held_by: town {.id, .kind, .name}
  }) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
