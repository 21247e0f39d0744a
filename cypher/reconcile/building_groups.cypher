// name: reconcile/building_groups
// mode: read
// params: none
// row: Counted
// Party groups that cover a building or a compound.
MATCH (group:BuildingGroup)-[:COVERS]->(:Building|Compound)
RETURN count(DISTINCT group) AS counted
