// name: lists/tiers_of_kind
// mode: read
// params: kind, day
// row: TierOfKind
// The tier at which the organisations of a kind stand on a day, null above the chain. A kind has one: one row says it.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (o:PartyOrg)
  WHERE o.kind = $kind
    AND o.id > ''
  WITH o
  ORDER BY o.id
  LIMIT 1
  RETURN o.tier AS tier
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (o:Entity)
  USING INDEX o:Entity(kind, id)
  WHERE o.kind = $kind
    AND o.id > ''
    AND o.valid_from <= $day AND coalesce($day < o.valid_to, true)
    AND NOT EXISTS { (o)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
  RETURN o.tier AS tier
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (version:Version)
  USING INDEX version:Version(kind, valid_to)
  WHERE version.kind = $kind
    AND version.valid_to > $day
    AND version.valid_from <= $day
  RETURN version.tier AS tier
}
RETURN tier
ORDER BY tier
LIMIT 1
