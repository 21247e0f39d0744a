// name: reconcile/result_structures
// mode: read
// params: day
// row: Counted
// Unlawful structures pulled down.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (result:EnforcementResult {category: 'structures'})-[:LOCATED_IN]->(:Town)
  RETURN sum(result.amount) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (result:Entity)-[at:LOCATED_IN|WAS_LOCATED_IN]->(:Entity)
  WHERE result.kind = 'EnforcementResult'
    AND result.id > ''
    AND at.valid_from <= $day AND coalesce($day < at.valid_to, true)
  WITH coalesce(head([(result)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), result) AS state
  WHERE state.category = 'structures'
  RETURN sum(state.amount) AS counted
}
RETURN sum(counted) AS counted
