// name: reconcile/volunteer_roles
// mode: read
// params: day
// row: Counted
// Roles in which volunteers act in grids.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (volunteer:Volunteer)-[:SERVES]->(:Grid)
  RETURN count(DISTINCT volunteer.role) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (volunteer:Entity)-[serves:SERVES|WAS_SERVES]->(:Entity)
  WHERE volunteer.kind = 'Volunteer'
    AND volunteer.id > ''
    AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
  RETURN count(DISTINCT coalesce(head([(volunteer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), volunteer).role) AS counted
}
RETURN sum(counted) AS counted
