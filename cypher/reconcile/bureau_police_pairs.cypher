// name: reconcile/bureau_police_pairs
// mode: read
// params: none
// row: Counted
// Community police officers paired with one of the bureaus.
MATCH (:Officer {assignment: 'bureau_police'})-[:PAIRED_WITH]->(officer:Officer {assignment: 'community_police'})
RETURN count(DISTINCT officer) AS counted
