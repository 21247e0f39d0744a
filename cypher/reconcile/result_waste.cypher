// name: reconcile/result_waste
// mode: read
// params: none
// row: Counted
// Unlawful dumps of building waste cleared.
MATCH (result:EnforcementResult {category: 'waste'})-[:LOCATED_IN]->(:Town)
RETURN sum(result.amount) AS counted
