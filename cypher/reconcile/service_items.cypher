// name: reconcile/service_items
// mode: read
// params: day
// row: Counted
// Items of the service catalogue.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (item:ServiceItem)-[:PART_OF]->(:ServiceCategory)
  RETURN count(DISTINCT item) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (item:Entity)-[part:PART_OF|WAS_PART_OF]->(:Entity)
  WHERE item.kind = 'ServiceItem'
    AND item.id > ''
    AND part.valid_from <= $day AND coalesce($day < part.valid_to, true)
  RETURN count(DISTINCT item) AS counted
}
RETURN sum(counted) AS counted
