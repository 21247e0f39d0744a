// name: reconcile/service_categories
// mode: read
// params: day
// row: Counted
// Categories of the service catalogue.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (category:ServiceCategory)
  RETURN count(category) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (category:Entity)
  WHERE category.kind = 'ServiceCategory'
    AND category.id > ''
    AND (category.valid_from <= $day AND coalesce($day < category.valid_to, true) OR EXISTS { (category)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
  RETURN count(category) AS counted
}
RETURN sum(counted) AS counted
