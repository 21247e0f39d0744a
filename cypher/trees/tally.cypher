// name: trees/tally
// mode: read
// params: id, kinds, day
// row: Tallies
// How many stand below on a day, by kind and tier.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)<-[links:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN*1..20]-(e:Entity)
  WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH e.kind AS kind, e.tier AS tier, count(e) AS total
  ORDER BY kind, tier
  RETURN collect({kind: kind, tier: tier, total: total}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       items
