// name: reconcile/grid_workers
// mode: read
// params: day
// row: Counted
// Grid workers who serve a grid.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (worker:GridWorker)-[:SERVES]->(:Grid)
  RETURN count(DISTINCT worker) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (worker:Entity)-[serves:SERVES|WAS_SERVES]->(:Entity)
  WHERE worker.kind = 'GridWorker'
    AND worker.id > ''
    AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
  RETURN count(DISTINCT worker) AS counted
}
RETURN sum(counted) AS counted
