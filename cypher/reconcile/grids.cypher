// name: reconcile/grids
// mode: read
// params: day
// row: Counted
// Grids.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (grid:Grid)
  RETURN count(grid) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (grid:Entity)
    WHERE grid.kind = 'Grid'
      AND grid.id > ''
      AND grid.valid_from <= $day AND coalesce($day < grid.valid_to, true)
      AND NOT EXISTS { (grid)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    RETURN grid, grid AS state
    UNION ALL
    MATCH (grid:Entity)-[:HAD]->(version:Version)
    WHERE version.kind = 'Grid'
      AND version.valid_from <= $day AND $day < version.valid_to
    RETURN grid, version AS state
  }
  RETURN count(grid) AS counted
}
RETURN sum(counted) AS counted
