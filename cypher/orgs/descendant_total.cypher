// name: orgs/descendant_total
// mode: read
// params: id, max_depth, kind, tier
// row: Count
// How many stand below down to a depth.
MATCH way = (:PartyOrg {id: $id})<-[:UNDER*1..20]-(o:PartyOrg)
WHERE length(way) <= $max_depth
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($tier IS NULL OR o.tier = $tier)
RETURN count(o) AS total
