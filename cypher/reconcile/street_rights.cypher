// name: reconcile/street_rights
// mode: read
// params: none
// row: Counted
// Rights granted to towns.
MATCH (given:Right)-[:GRANTED_TO]->(:Town)
RETURN count(DISTINCT given) AS counted
