// name: reconcile/alliance_units
// mode: read
// params: none
// row: Counted
// Distinct units that sit in an alliance.
MATCH (unit:Unit)-[:MEMBER_OF]->(:Alliance)
RETURN count(DISTINCT unit) AS counted
