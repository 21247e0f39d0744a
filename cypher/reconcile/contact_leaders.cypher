// name: reconcile/contact_leaders
// mode: read
// params: day
// row: Counted
// Cadres who are in contact with an area.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (cadre:Cadre)-[:CONTACTS]->(:Area)
  RETURN count(DISTINCT cadre) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (cadre:Entity)-[contacts:CONTACTS|WAS_CONTACTS]->(:Entity)
  WHERE contacts.valid_from <= $day AND coalesce($day < contacts.valid_to, true)
  RETURN count(DISTINCT cadre) AS counted
}
RETURN sum(counted) AS counted
