// name: reconcile/grid_branches
// mode: read
// params: day
// row: Counted
// Party branches that cover a grid each.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (branch:GridBranch)-[:COVERS]->(grid:Grid)
  RETURN count(DISTINCT grid) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (branch:Entity)-[covers:COVERS|WAS_COVERS]->(grid:Entity)
  WHERE covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
    AND coalesce(head([(branch)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), branch).kind = 'GridBranch'
    AND coalesce(head([(grid)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), grid).kind = 'Grid'
  RETURN count(DISTINCT grid) AS counted
}
RETURN sum(counted) AS counted
