// name: answers/duties
// mode: read
// params: id, kinds, backed, after, limit
// row: BorneDutyPage
// The duties that a town bears, or the nearest town an area lies in, each with the powers behind it, a page by id. A power that
// was not delegated or granted to this very town is not behind it there.
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
  MATCH (town)<-[:BORNE_BY]-(duty:Duty)
  WHERE $backed IS NULL
     OR EXISTS { (duty)-[:BACKED_BY]->()-[:DELEGATED_TO|GRANTED_TO]->(town) } = $backed
  RETURN count(duty) AS total
}
CALL (towns) {
  UNWIND towns AS town
  MATCH (town)<-[:BORNE_BY]-(duty:Duty)
  WHERE ($backed IS NULL OR EXISTS { (duty)-[:BACKED_BY]->()-[:DELEGATED_TO|GRANTED_TO]->(town) } = $backed)
    AND duty.id > $after
  WITH duty, town
  ORDER BY duty.id
  LIMIT $limit
  CALL (duty, town) {
    MATCH (duty)-[:BACKED_BY]->(power)
    WHERE EXISTS { (power)-[:DELEGATED_TO|GRANTED_TO]->(town) }
    WITH power
    ORDER BY power.id
    RETURN collect(power {.id, .kind, .name, .valid_from, .valid_to, .source, .basis,
      since: coalesce(power.delegated_on, power.granted_on)}) AS powers
  }
  RETURN collect({
    duty: duty {.id, .kind, .name, .valid_from, .valid_to, .source, .basis},
    powers: powers,
    borne_by: town {.id, .kind, .name}
  }) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
