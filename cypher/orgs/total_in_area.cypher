// name: orgs/total_in_area
// mode: read
// params: area_id, kind, tier, q
// row: Count
// How many Party organisations stand today that cover an area or a part of it.
MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(:Area)<-[:COVERS]-(o:PartyOrg)
WHERE ($kind IS NULL OR o.kind = $kind)
  AND ($tier IS NULL OR o.tier = $tier)
  AND ($q IS NULL OR o.name CONTAINS $q)
RETURN count(DISTINCT o) AS total
