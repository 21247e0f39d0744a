// name: reconcile/result_posters
// mode: read
// params: none
// row: Counted
// Unlawful posters removed.
MATCH (result:EnforcementResult {category: 'posters'})-[:LOCATED_IN]->(:Town)
RETURN sum(result.amount) AS counted
