// name: reconcile/street_rights
// mode: read
// params: day
// row: Counted
// Rights granted to towns.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (given:Right)-[:GRANTED_TO]->(:Town)
  RETURN count(DISTINCT given) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (given:Entity)-[gives:GRANTED_TO|WAS_GRANTED_TO]->(:Entity)
  WHERE given.kind = 'Right'
    AND given.id > ''
    AND gives.valid_from <= $day AND coalesce($day < gives.valid_to, true)
  RETURN count(DISTINCT given) AS counted
}
RETURN sum(counted) AS counted
