// name: reconcile/staff_down
// mode: read
// params: day
// row: Counted
// Staff of the institutions moved down to towns.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (institution:Unit {category: 'institution'})-[:MOVED_DOWN_TO]->(:Town)
  RETURN sum(institution.staff) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (institution:Entity)-[moved:MOVED_DOWN_TO|WAS_MOVED_DOWN_TO]->(:Entity)
  WHERE moved.valid_from <= $day AND coalesce($day < moved.valid_to, true)
  WITH institution, coalesce(head([(institution)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), institution) AS state
  WHERE state.category = 'institution'
  RETURN sum(state.staff) AS counted
}
RETURN sum(counted) AS counted
