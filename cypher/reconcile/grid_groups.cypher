// name: reconcile/grid_groups
// mode: read
// params: day
// row: Counted
// Party groups that cover a grid which has no branch of its own.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (:GridGroup)-[:COVERS]->(grid:Grid)
  WHERE NOT EXISTS { (grid)<-[:COVERS]-(:GridBranch) }
  RETURN count(DISTINCT grid) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (group:Entity)-[covers:COVERS|WAS_COVERS]->(grid:Entity)
  WHERE covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
    AND coalesce(head([(group)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), group).kind = 'GridGroup'
    AND coalesce(head([(grid)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), grid).kind = 'Grid'
    AND NOT EXISTS {
      (grid)<-[by:COVERS|WAS_COVERS]-(branch:Entity)
      WHERE by.valid_from <= $day AND coalesce($day < by.valid_to, true)
        AND coalesce(head([(branch)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), branch).kind = 'GridBranch'
    }
  RETURN count(DISTINCT grid) AS counted
}
RETURN sum(counted) AS counted
