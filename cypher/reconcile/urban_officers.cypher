// name: reconcile/urban_officers
// mode: read
// params: day
// row: Counted
// Officers of urban management among those posted to streets.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (officer:Officer {assignment: 'posted', line: '城管'})-[:POSTED_TO]->(:Town {category: 'street'})
  RETURN count(DISTINCT officer) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (officer:Entity)-[posts:POSTED_TO|WAS_POSTED_TO]->(street:Entity)
  WHERE posts.valid_from <= $day AND coalesce($day < posts.valid_to, true)
  WITH officer, coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer) AS posted, coalesce(head([(street)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), street) AS place
  WHERE posted.assignment = 'posted'
    AND posted.line = '城管'
    AND place.kind = 'Town'
    AND place.category = 'street'
  RETURN count(DISTINCT officer) AS counted
}
RETURN sum(counted) AS counted
