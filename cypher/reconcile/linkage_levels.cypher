// name: reconcile/linkage_levels
// mode: read
// params: day
// row: Counted
// The levels linked from the community's alliance up: community, street, county, city, province.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (:Alliance)-[:GUIDED_BY*0..10]->(linked:Alliance|LeadingGroup)
  RETURN count(DISTINCT linked.level) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (alliance:Entity)
    WHERE alliance.kind = 'Alliance'
      AND alliance.id > ''
      AND alliance.valid_from <= $day AND coalesce($day < alliance.valid_to, true)
      AND NOT EXISTS { (alliance)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    RETURN alliance, alliance AS state
    UNION ALL
    MATCH (alliance:Entity)-[:HAD]->(version:Version)
    WHERE version.kind = 'Alliance'
      AND version.valid_from <= $day AND $day < version.valid_to
    RETURN alliance, version AS state
  }
  MATCH (alliance)-[links:GUIDED_BY|WAS_GUIDED_BY*0..10]->(linked:Entity)
  WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  RETURN count(DISTINCT coalesce(head([(linked)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), linked).level) AS counted
}
RETURN sum(counted) AS counted
