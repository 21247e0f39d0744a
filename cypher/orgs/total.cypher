// name: orgs/total
// mode: read
// params: tier
// row: Count
// How many Party organisations stand today.
MATCH (o:PartyOrg)
WHERE ($tier IS NULL OR o.tier = $tier)
  AND o.id > ''
RETURN count(o) AS total
