// name: orgs/tally
// mode: read
// params: id
// row: Tally
// How many stand below, by kind and tier.
MATCH (:PartyOrg {id: $id})<-[:UNDER*1..20]-(o:PartyOrg)
RETURN o.kind AS kind,
       o.tier AS tier,
       count(o) AS total
ORDER BY kind, tier
