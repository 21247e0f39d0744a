// name: reconcile/enforcement_items
// mode: read
// params: none
// row: Counted
// Enforcement items delegated to towns.
MATCH (given:EnforcementItem)-[:DELEGATED_TO]->(:Town)
RETURN count(DISTINCT given) AS counted
