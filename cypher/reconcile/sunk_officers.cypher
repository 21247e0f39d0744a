// name: reconcile/sunk_officers
// mode: read
// params: none
// row: Counted
// Officers posted to towns.
MATCH (officer:Officer {assignment: 'posted'})-[:POSTED_TO]->(:Town)
RETURN count(DISTINCT officer) AS counted
