// name: reconcile/paired_stations
// mode: read
// params: none
// row: Counted
// Stations of the community police officers who are paired with one of the bureaus.
MATCH (:Officer {assignment: 'bureau_police'})-[:PAIRED_WITH]->(officer:Officer {assignment: 'community_police'})
MATCH (officer)-[:STATIONED_AT]->(station:PoliceStation)
RETURN count(DISTINCT station) AS counted
