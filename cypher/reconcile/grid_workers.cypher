// name: reconcile/grid_workers
// mode: read
// params: none
// row: Counted
// Grid workers who serve a grid.
MATCH (worker:GridWorker)-[:SERVES]->(:Grid)
RETURN count(DISTINCT worker) AS counted
