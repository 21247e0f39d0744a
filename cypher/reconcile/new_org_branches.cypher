// name: reconcile/new_org_branches
// mode: read
// params: day
// row: Counted
// Party organisations set up in new organisations.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (branch:NewOrgBranch)-[:SET_UP_IN]->(:Unit)
  RETURN count(DISTINCT branch) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (branch:Entity)-[set_up:SET_UP_IN|WAS_SET_UP_IN]->(:Entity)
  WHERE set_up.valid_from <= $day AND coalesce($day < set_up.valid_to, true)
  RETURN count(DISTINCT branch) AS counted
}
RETURN sum(counted) AS counted
