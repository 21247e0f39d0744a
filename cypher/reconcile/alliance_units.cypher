// name: reconcile/alliance_units
// mode: read
// params: day
// row: Counted
// Distinct units that sit in an alliance.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (unit:Unit)-[:MEMBER_OF]->(:Alliance)
  RETURN count(DISTINCT unit) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (unit:Entity)-[seat:MEMBER_OF|WAS_MEMBER_OF]->(alliance:Entity)
  WHERE seat.valid_from <= $day AND coalesce($day < seat.valid_to, true)
    AND coalesce(head([(alliance)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), alliance).kind = 'Alliance'
  RETURN count(DISTINCT unit) AS counted
}
RETURN sum(counted) AS counted
