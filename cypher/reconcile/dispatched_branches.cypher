// name: reconcile/dispatched_branches
// mode: read
// params: none
// row: Counted
// Branches dispatched to units.
MATCH (branch:DispatchedBranch)-[:DISPATCHED_TO]->(:Unit)
RETURN count(DISTINCT branch) AS counted
