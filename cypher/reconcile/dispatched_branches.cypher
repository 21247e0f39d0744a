// name: reconcile/dispatched_branches
// mode: read
// params: day
// row: Counted
// Branches dispatched to units.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (branch:DispatchedBranch)-[:DISPATCHED_TO]->(:Unit)
  RETURN count(DISTINCT branch) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (branch:Entity)-[to:DISPATCHED_TO|WAS_DISPATCHED_TO]->(:Entity)
  WHERE to.valid_from <= $day AND coalesce($day < to.valid_to, true)
  RETURN count(DISTINCT branch) AS counted
}
RETURN sum(counted) AS counted
