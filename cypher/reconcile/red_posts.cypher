// name: reconcile/red_posts
// mode: read
// params: day
// row: Counted
// Red posts in residential compounds.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (post:RedPost)-[:SERVES]->(:Compound)
  RETURN count(DISTINCT post) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (post:Entity)-[serves:SERVES|WAS_SERVES]->(:Entity)
  WHERE post.kind = 'RedPost'
    AND post.id > ''
    AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
  RETURN count(DISTINCT post) AS counted
}
RETURN sum(counted) AS counted
