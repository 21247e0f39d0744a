// name: reconcile/street_posts_growth
// mode: read
// params: day
// row: Counted
// Growth of the streets' administrative posts, in per cent.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (street:StreetCommittee)
  WITH sum(street.admin_posts_before) AS before, sum(street.admin_posts) AS since
  RETURN CASE before WHEN 0 THEN 0 ELSE round(100.0 * (since - before) / before, 1) END AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (street:Entity)
    WHERE street.kind = 'StreetCommittee'
      AND street.id > ''
      AND street.valid_from <= $day AND coalesce($day < street.valid_to, true)
      AND NOT EXISTS { (street)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    RETURN street, street AS state
    UNION ALL
    MATCH (street:Entity)-[:HAD]->(version:Version)
    WHERE version.kind = 'StreetCommittee'
      AND version.valid_from <= $day AND $day < version.valid_to
    RETURN street, version AS state
  }
  WITH sum(state.admin_posts_before) AS before, sum(state.admin_posts) AS since
  RETURN CASE before WHEN 0 THEN 0 ELSE round(100.0 * (since - before) / before, 1) END AS counted
}
RETURN sum(counted) AS counted
