// name: answers/powers
// mode: read
// params: id, kinds, kind, after, limit, day
// row: HeldPowerPage
// The powers, enforcement items and rights that a town held on a day, or the nearest town an area lay in, all or of a kind: how
// many, and a page of them by id. What an entity was is told by the version that covers the day, and by itself where none does.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
  AND (coalesce(start.valid_from <= $day, true) OR EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
WITH *, CASE
  WHEN coalesce(start.valid_from <= $day, true) AND coalesce($day < start.valid_to, true) THEN start
  WHEN EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to } THEN start
END AS there, $day = date('9999-12-31') AS is_today
CALL (there, is_today) {
  MATCH (there)-[links:WITHIN|WAS_WITHIN*0..20]->(town:Entity)
  WHERE all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
    AND (CASE WHEN is_today THEN town ELSE coalesce(head([(town)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), town) END).kind = 'Town'
  WITH town
  ORDER BY size(links)
  LIMIT 1
  RETURN collect(town) AS towns
}
CALL (towns) {
  UNWIND towns AS town
  MATCH (town)<-[holds:DELEGATED_TO|GRANTED_TO|WAS_DELEGATED_TO|WAS_GRANTED_TO]-(power:Entity)
  WHERE coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true)
    AND ($kind IS NULL OR power.kind = $kind)
  WITH power, town
  ORDER BY power.id
  RETURN collect([power, town]) AS met
}
CALL (met, is_today) {
  UNWIND met AS pair
  WITH pair[0] AS power, pair[1] AS town
  WHERE power.id > $after
  WITH power, town
  LIMIT $limit
  WITH power, town,
       CASE WHEN is_today THEN power ELSE coalesce(head([(power)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), power) END AS held,
       CASE WHEN is_today THEN town ELSE coalesce(head([(town)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), town) END AS holder
  CALL (power, is_today) {
    OPTIONAL MATCH (power)-[by:DELEGATED_BY|WAS_DELEGATED_BY]->(unit:Entity)
    WHERE coalesce(by.valid_from <= $day, true) AND coalesce($day < by.valid_to, true)
    WITH unit, CASE WHEN is_today THEN unit ELSE coalesce(head([(unit)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), unit) END AS state
    LIMIT 1
    RETURN state {id: unit.id, .kind, .name, valid_from: unit.valid_from, valid_to: unit.valid_to, .source, .category, .line} AS unit
  }
  RETURN collect({
    power: held {id: power.id, .kind, .name, valid_from: power.valid_from, valid_to: power.valid_to, .source, .basis,
      since: coalesce(held.delegated_on, held.granted_on)},
    delegated_by: unit,
    held_by: holder {id: town.id, .kind, .name}
  }) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(met) AS total,
       items
