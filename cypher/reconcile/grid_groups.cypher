// name: reconcile/grid_groups
// mode: read
// params: none
// row: Counted
// Party groups that cover a grid which has no branch of its own.
MATCH (:GridGroup)-[:COVERS]->(grid:Grid)
WHERE NOT EXISTS { (grid)<-[:COVERS]-(:GridBranch) }
RETURN count(DISTINCT grid) AS counted
