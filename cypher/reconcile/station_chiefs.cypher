// name: reconcile/station_chiefs
// mode: read
// params: none
// row: Counted
// Police-station chiefs with a post in a street's committee.
MATCH (chief:Officer {assignment: 'station_chief'})-[:HOLDS]->(:Post)-[:PART_OF]->(:StreetCommittee)
RETURN count(DISTINCT chief) AS counted
