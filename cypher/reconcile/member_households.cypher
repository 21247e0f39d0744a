// name: reconcile/member_households
// mode: read
// params: day
// row: Counted
// Member households that cover a building.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (household:MemberHousehold)-[:COVERS]->(:Building)
  RETURN count(DISTINCT household) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (household:Entity)-[covers:COVERS|WAS_COVERS]->(building:Entity)
  WHERE covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
    AND coalesce(head([(household)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), household).kind = 'MemberHousehold'
    AND coalesce(head([(building)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), building).kind = 'Building'
  RETURN count(DISTINCT household) AS counted
}
RETURN sum(counted) AS counted
