// name: reconcile/service_centres
// mode: read
// params: day
// row: Counted
// Service centres and stations.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (centre:ServiceCentre)-[:SERVES]->(:Area)
  RETURN count(DISTINCT centre) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (centre:Entity)-[serves:SERVES|WAS_SERVES]->(:Entity)
  WHERE centre.kind = 'ServiceCentre'
    AND centre.id > ''
    AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
  RETURN count(DISTINCT centre) AS counted
}
RETURN sum(counted) AS counted
