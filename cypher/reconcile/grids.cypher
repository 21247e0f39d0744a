// name: reconcile/grids
// mode: read
// params: none
// row: Counted
// Grids.
MATCH (grid:Grid)
RETURN count(grid) AS counted
