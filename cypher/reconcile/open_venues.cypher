// name: reconcile/open_venues
// mode: read
// params: none
// row: Counted
// Venues that units in an alliance have opened.
MATCH (venue:Venue)-[:OPENED_BY]->(unit:Unit)
WHERE EXISTS { (unit)-[:MEMBER_OF]->(:Alliance) }
RETURN count(DISTINCT venue) AS counted
