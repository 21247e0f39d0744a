// name: reconcile/result_structures
// mode: read
// params: none
// row: Counted
// Unlawful structures pulled down.
MATCH (result:EnforcementResult {category: 'structures'})-[:LOCATED_IN]->(:Town)
RETURN sum(result.amount) AS counted
