// name: reconcile/institutions_down
// mode: read
// params: none
// row: Counted
// Public institutions moved down to towns.
MATCH (institution:Unit {category: 'institution'})-[:MOVED_DOWN_TO]->(:Town)
RETURN count(DISTINCT institution) AS counted
