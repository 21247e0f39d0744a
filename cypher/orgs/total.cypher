// name: orgs/total
// mode: read
// params: tier
// row: Count
// How many Party organisations stand today in the order of their ids.
MATCH (o:PartyOrg)
WHERE ($tier IS NULL OR o.tier = $tier)
  AND o.id > ''
RETURN count(o) AS total
