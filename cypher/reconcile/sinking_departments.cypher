// name: reconcile/sinking_departments
// mode: read
// params: day
// row: Counted
// Lines of the departments whose officers are posted to towns.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (:Town)<-[:POSTED_TO]-(:Officer {assignment: 'posted'})-[:EMPLOYED_BY]->(department:Unit)
  RETURN count(DISTINCT department.line) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (department:Entity)<-[employs:EMPLOYED_BY|WAS_EMPLOYED_BY]-(officer:Entity)-[posts:POSTED_TO|WAS_POSTED_TO]->(place:Entity)
  WHERE employs.valid_from <= $day AND coalesce($day < employs.valid_to, true)
    AND posts.valid_from <= $day AND coalesce($day < posts.valid_to, true)
    AND coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer).assignment = 'posted'
    AND coalesce(head([(place)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), place).kind = 'Town'
  RETURN count(DISTINCT coalesce(head([(department)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), department).line) AS counted
}
RETURN sum(counted) AS counted
