// name: orgs/total_named
// mode: read
// params: q, kind, tier
// row: Count
// How many Party organisations stand today with a part of their name.
MATCH (o:PartyOrg)
WHERE o.name CONTAINS $q
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($tier IS NULL OR o.tier = $tier)
RETURN count(o) AS total
