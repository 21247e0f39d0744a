// name: reconcile/police_rooms
// mode: read
// params: none
// row: Counted
// Police rooms of communities.
MATCH (room:PoliceRoom)-[:SERVES]->(:Neighbourhood)
RETURN count(DISTINCT room) AS counted
