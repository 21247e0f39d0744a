// name: reconcile/delegated_powers
// mode: read
// params: none
// row: Counted
// Powers delegated to towns.
MATCH (given:Power)-[:DELEGATED_TO]->(:Town)
RETURN count(DISTINCT given) AS counted
