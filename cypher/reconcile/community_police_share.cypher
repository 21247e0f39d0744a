// name: reconcile/community_police_share
// mode: read
// params: day
// row: Counted
// Police officers posted to communities, in per cent of all police of the stations.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  OPTIONAL MATCH (station:PoliceStation)
  WITH sum(station.police) AS police
  OPTIONAL MATCH (officer:Officer {assignment: 'community_police'})-[:POSTED_TO]->(:Neighbourhood)
  WITH police, count(DISTINCT officer) AS officers
  RETURN CASE police WHEN 0 THEN 0 ELSE round(100.0 * officers / police, 2) END AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  OPTIONAL MATCH (station:Entity)
  WHERE station.kind = 'PoliceStation'
    AND station.id > ''
    AND (station.valid_from <= $day AND coalesce($day < station.valid_to, true) OR EXISTS { (station)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
  WITH sum(coalesce(head([(station)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), station).police) AS police
  OPTIONAL MATCH (officer:Entity)-[posts:POSTED_TO|WAS_POSTED_TO]->(place:Entity)
  WHERE posts.valid_from <= $day AND coalesce($day < posts.valid_to, true)
    AND coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer).assignment = 'community_police'
    AND coalesce(head([(place)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), place).kind = 'Neighbourhood'
  WITH police, count(DISTINCT officer) AS officers
  RETURN CASE police WHEN 0 THEN 0 ELSE round(100.0 * officers / police, 2) END AS counted
}
RETURN sum(counted) AS counted
