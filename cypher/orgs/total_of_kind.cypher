// name: orgs/total_of_kind
// mode: read
// params: kind, tier
// row: Count
// How many Party organisations stand today of one kind.
MATCH (o:PartyOrg)
WHERE o.kind = $kind
  AND ($tier IS NULL OR o.tier = $tier)
  AND o.id > ''
RETURN count(o) AS total
