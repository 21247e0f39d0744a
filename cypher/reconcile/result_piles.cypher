// name: reconcile/result_piles
// mode: read
// params: none
// row: Counted
// Heaps cleared.
MATCH (result:EnforcementResult {category: 'piles'})-[:LOCATED_IN]->(:Town)
RETURN sum(result.amount) AS counted
