// name: reconcile/street_enforcers_avg
// mode: read
// params: day
// row: Counted
// A street's own enforcers, on average.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (street:Town {category: 'street'})
  OPTIONAL MATCH (officer:Officer {assignment: 'street_enforcer'})-[:POSTED_TO]->(street)
  WITH count(DISTINCT street) AS wholes, count(DISTINCT officer) AS parts
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
  OPTIONAL MATCH (officer:Entity)-[posts:POSTED_TO|WAS_POSTED_TO]->(street)
  WHERE posts.valid_from <= $day AND coalesce($day < posts.valid_to, true)
    AND coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer).assignment = 'street_enforcer'
  WITH count(DISTINCT street) AS wholes, count(DISTINCT officer) AS parts
  RETURN CASE
           WHEN wholes = 0 THEN 0
           WHEN parts % wholes = 0 THEN parts / wholes
           ELSE round(1.0 * parts / wholes, 2)
         END AS counted
}
RETURN sum(counted) AS counted
