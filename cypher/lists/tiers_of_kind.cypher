// name: lists/tiers_of_kind
// mode: read
// params: kind
// row: TierOfKind
// The tier at which the organisations of a kind stand today, null above the chain. A kind has one: one row says it.
MATCH (o:PartyOrg)
WHERE o.kind = $kind
  AND o.id > ''
WITH o
ORDER BY o.id
LIMIT 1
RETURN o.tier AS tier
