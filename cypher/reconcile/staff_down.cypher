// name: reconcile/staff_down
// mode: read
// params: none
// row: Counted
// Staff of the institutions moved down to towns.
MATCH (institution:Unit {category: 'institution'})-[:MOVED_DOWN_TO]->(:Town)
RETURN sum(institution.staff) AS counted
