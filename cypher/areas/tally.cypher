// name: areas/tally
// mode: read
// params: id, kinds
// row: Tallies
// How many stand below, by kind and tier.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)<-[:WITHIN*1..20]-(a:Area)
  WITH a.kind AS kind, a.tier AS tier, count(a) AS total
  ORDER BY kind, tier
  RETURN collect({kind: kind, tier: tier, total: total}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       items
