// name: reconcile/red_posts
// mode: read
// params: none
// row: Counted
// Red posts in residential compounds.
MATCH (post:RedPost)-[:SERVES]->(:Compound)
RETURN count(DISTINCT post) AS counted
