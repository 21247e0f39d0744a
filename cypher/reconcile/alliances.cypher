// name: reconcile/alliances
// mode: read
// params: day
// row: Counted
// Alliances, of a street or of a community, that an organisation leads.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (:PartyOrg)-[:LEADS]->(alliance:Alliance)
  RETURN count(DISTINCT alliance) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (:Entity)-[leads:LEADS|WAS_LEADS]->(alliance:Entity)
  WHERE leads.valid_from <= $day AND coalesce($day < leads.valid_to, true)
    AND coalesce(head([(alliance)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), alliance).kind = 'Alliance'
  RETURN count(DISTINCT alliance) AS counted
}
RETURN sum(counted) AS counted
