// name: orgs/tally
// mode: read
// params: id, kinds
// row: Tallies
// How many stand below, by kind and tier.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)<-[:UNDER*1..20]-(o:PartyOrg)
  WITH o.kind AS kind, o.tier AS tier, count(o) AS total
  ORDER BY kind, tier
  RETURN collect({kind: kind, tier: tier, total: total}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       items
