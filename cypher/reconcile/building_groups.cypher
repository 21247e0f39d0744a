// name: reconcile/building_groups
// mode: read
// params: day
// row: Counted
// Party groups that cover a building or a compound.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (group:BuildingGroup)-[:COVERS]->(:Building|Compound)
  RETURN count(DISTINCT group) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (group:Entity)-[covers:COVERS|WAS_COVERS]->(area:Entity)
  WHERE covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
    AND coalesce(head([(group)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), group).kind = 'BuildingGroup'
    AND coalesce(head([(area)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), area).kind IN ['Building', 'Compound']
  RETURN count(DISTINCT group) AS counted
}
RETURN sum(counted) AS counted
