// name: reconcile/steps
// mode: read
// params: day
// row: Counted
// Steps of the method by which alliances work.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (step:MethodStep)-[:PART_OF]->(:Method {applies_to: 'alliance'})
  RETURN count(DISTINCT step) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (step:Entity)-[part:PART_OF|WAS_PART_OF]->(method:Entity)
  WHERE step.kind = 'MethodStep'
    AND step.id > ''
    AND part.valid_from <= $day AND coalesce($day < part.valid_to, true)
    AND coalesce(head([(method)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), method).applies_to = 'alliance'
  RETURN count(DISTINCT step) AS counted
}
RETURN sum(counted) AS counted
