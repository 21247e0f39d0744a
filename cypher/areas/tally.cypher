// name: areas/tally
// mode: read
// params: id
// row: Tally
// How many stand below, by kind and tier.
MATCH (:Area {id: $id})<-[:WITHIN*1..20]-(a:Area)
RETURN a.kind AS kind,
       a.tier AS tier,
       count(a) AS total
ORDER BY kind, tier
