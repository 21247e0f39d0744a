// name: reconcile/grid_branches
// mode: read
// params: none
// row: Counted
// Party branches that cover a grid each.
MATCH (branch:GridBranch)-[:COVERS]->(grid:Grid)
RETURN count(DISTINCT grid) AS counted
