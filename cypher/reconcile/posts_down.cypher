// name: reconcile/posts_down
// mode: read
// params: none
// row: Counted
// Posts of the institutions moved down to towns.
MATCH (institution:Unit {category: 'institution'})-[:MOVED_DOWN_TO]->(:Town)
RETURN sum(institution.posts) AS counted
