// name: reconcile/community_police_share
// mode: read
// params: none
// row: Counted
// Police officers posted to communities, in per cent of all police of the stations.
OPTIONAL MATCH (station:PoliceStation)
WITH sum(station.police) AS police
OPTIONAL MATCH (officer:Officer {assignment: 'community_police'})-[:POSTED_TO]->(:Neighbourhood)
WITH police, count(DISTINCT officer) AS officers
RETURN CASE police WHEN 0 THEN 0 ELSE round(100.0 * officers / police, 2) END AS counted
