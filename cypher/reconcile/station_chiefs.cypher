// name: reconcile/station_chiefs
// mode: read
// params: day
// row: Counted
// Police-station chiefs with a post in a street's committee.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (chief:Officer {assignment: 'station_chief'})-[:HOLDS]->(:Post)-[:PART_OF]->(:StreetCommittee)
  RETURN count(DISTINCT chief) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (chief:Entity)-[holds:HOLDS|WAS_HOLDS]->(:Entity)-[part:PART_OF|WAS_PART_OF]->(org:Entity)
  WHERE chief.kind = 'Officer'
    AND chief.id > ''
    AND holds.valid_from <= $day AND coalesce($day < holds.valid_to, true)
    AND part.valid_from <= $day AND coalesce($day < part.valid_to, true)
    AND coalesce(head([(chief)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), chief).assignment = 'station_chief'
    AND coalesce(head([(org)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), org).kind = 'StreetCommittee'
  RETURN count(DISTINCT chief) AS counted
}
RETURN sum(counted) AS counted
