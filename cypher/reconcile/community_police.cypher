// name: reconcile/community_police
// mode: read
// params: day
// row: Counted
// Police officers posted to communities.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (officer:Officer {assignment: 'community_police'})-[:POSTED_TO]->(:Neighbourhood)
  RETURN count(DISTINCT officer) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (officer:Entity)-[posts:POSTED_TO|WAS_POSTED_TO]->(place:Entity)
  WHERE posts.valid_from <= $day AND coalesce($day < posts.valid_to, true)
    AND coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer).assignment = 'community_police'
    AND coalesce(head([(place)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), place).kind = 'Neighbourhood'
  RETURN count(DISTINCT officer) AS counted
}
RETURN sum(counted) AS counted
