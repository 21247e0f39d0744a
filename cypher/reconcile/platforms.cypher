// name: reconcile/platforms
// mode: read
// params: day
// row: Counted
// Platforms of each street, on average where they differ.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (street:Town {category: 'street'})
  OPTIONAL MATCH (platform:Platform)-[:SERVES]->(street)
  WITH count(DISTINCT street) AS wholes, count(DISTINCT platform) AS parts
  RETURN CASE
           WHEN wholes = 0 THEN 0
           WHEN parts % wholes = 0 THEN parts / wholes
           ELSE round(1.0 * parts / wholes, 2)
         END AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (street:Entity)
    WHERE street.kind = 'Town'
      AND street.id > ''
      AND street.valid_from <= $day AND coalesce($day < street.valid_to, true)
      AND NOT EXISTS { (street)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    RETURN street, street AS state
    UNION ALL
    MATCH (street:Entity)-[:HAD]->(version:Version)
    WHERE version.kind = 'Town'
      AND version.valid_from <= $day AND $day < version.valid_to
    RETURN street, version AS state
  }
  WITH street, state
  WHERE state.category = 'street'
  OPTIONAL MATCH (platform:Entity)-[serves:SERVES|WAS_SERVES]->(street)
  WHERE platform.kind = 'Platform'
    AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
  WITH count(DISTINCT street) AS wholes, count(DISTINCT platform) AS parts
  RETURN CASE
           WHEN wholes = 0 THEN 0
           WHEN parts % wholes = 0 THEN parts / wholes
           ELSE round(1.0 * parts / wholes, 2)
         END AS counted
}
RETURN sum(counted) AS counted
