// name: reconcile/result_stalls
// mode: read
// params: none
// row: Counted
// Stalls in the street cleared.
MATCH (result:EnforcementResult {category: 'stalls'})-[:LOCATED_IN]->(:Town)
RETURN sum(result.amount) AS counted
