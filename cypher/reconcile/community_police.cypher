// name: reconcile/community_police
// mode: read
// params: none
// row: Counted
// Police officers posted to communities.
MATCH (officer:Officer {assignment: 'community_police'})-[:POSTED_TO]->(:Neighbourhood)
RETURN count(DISTINCT officer) AS counted
