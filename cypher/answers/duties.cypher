// name: answers/duties
// mode: read
// params: id, kinds, backed, after, limit, day
// row: BorneDutyPage
// The duties that a town bore on a day, or the nearest town an area lay in, each with the powers behind it: how many, and a page
// of them by id. A power that was not delegated or granted to this very town is not behind it there.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
  AND (coalesce(start.valid_from <= $day, true) OR EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
WITH *, CASE
  WHEN coalesce(start.valid_from <= $day, true) AND coalesce($day < start.valid_to, true) THEN start
  WHEN EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to } THEN start
END AS there
CALL (there) {
  MATCH (there)-[links:WITHIN|WAS_WITHIN*0..20]->(town:Entity)
  WHERE all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
    AND coalesce(head([(town)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), town).kind = 'Town'
  WITH town
  ORDER BY size(links)
  LIMIT 1
  RETURN collect(town) AS towns
}
CALL (towns) {
  UNWIND towns AS town
  MATCH (town)<-[bears:BORNE_BY|WAS_BORNE_BY]-(duty:Entity)
  WHERE coalesce(bears.valid_from <= $day, true) AND coalesce($day < bears.valid_to, true)
    AND ($backed IS NULL OR $backed = EXISTS {
      (duty)-[behind:BACKED_BY|WAS_BACKED_BY]->()-[holds:DELEGATED_TO|GRANTED_TO|WAS_DELEGATED_TO|WAS_GRANTED_TO]->(town)
      WHERE coalesce(behind.valid_from <= $day, true) AND coalesce($day < behind.valid_to, true)
        AND coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true)
    })
  WITH duty, town
  ORDER BY duty.id
  RETURN collect([duty, town]) AS met
}
CALL (met) {
  UNWIND met AS pair
  WITH pair[0] AS duty, pair[1] AS town
  WHERE duty.id > $after
  WITH duty, town
  LIMIT $limit
  WITH duty, town,
       coalesce(head([(duty)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), duty) AS borne,
       coalesce(head([(town)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), town) AS bearer
  CALL (duty, town) {
    MATCH (duty)-[behind:BACKED_BY|WAS_BACKED_BY]->(power:Entity)
    WHERE coalesce(behind.valid_from <= $day, true) AND coalesce($day < behind.valid_to, true)
      AND EXISTS { (power)-[holds:DELEGATED_TO|GRANTED_TO|WAS_DELEGATED_TO|WAS_GRANTED_TO]->(town) WHERE coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true) }
    WITH power, coalesce(head([(power)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), power) AS held
    ORDER BY power.id
    RETURN collect(held {id: power.id, .kind, .name, valid_from: power.valid_from, valid_to: power.valid_to, .source, .basis,
      since: coalesce(held.delegated_on, held.granted_on)}) AS powers
  }
  RETURN collect({
    duty: borne {id: duty.id, .kind, .name, valid_from: duty.valid_from, valid_to: duty.valid_to, .source, .basis},
    powers: powers,
    borne_by: bearer {id: town.id, .kind, .name}
  }) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(met) AS total,
       items
