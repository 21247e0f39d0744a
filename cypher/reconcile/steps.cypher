// name: reconcile/steps
// mode: read
// params: none
// row: Counted
// Steps of the method by which alliances work.
MATCH (step:MethodStep)-[:PART_OF]->(:Method {applies_to: 'alliance'})
RETURN count(DISTINCT step) AS counted
