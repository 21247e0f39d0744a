// name: reconcile/paired_stations
// mode: read
// params: day
// row: Counted
// Stations of the community police officers who are paired with one of the bureaus.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (:Officer {assignment: 'bureau_police'})-[:PAIRED_WITH]->(officer:Officer {assignment: 'community_police'})
  MATCH (officer)-[:STATIONED_AT]->(station:PoliceStation)
  RETURN count(DISTINCT station) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (bureau:Entity)-[pair:PAIRED_WITH|WAS_PAIRED_WITH]->(officer:Entity)-[at:STATIONED_AT|WAS_STATIONED_AT]->(station:Entity)
  WHERE pair.valid_from <= $day AND coalesce($day < pair.valid_to, true)
    AND at.valid_from <= $day AND coalesce($day < at.valid_to, true)
    AND coalesce(head([(bureau)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), bureau).assignment = 'bureau_police'
    AND coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer).assignment = 'community_police'
  RETURN count(DISTINCT station) AS counted
}
RETURN sum(counted) AS counted
