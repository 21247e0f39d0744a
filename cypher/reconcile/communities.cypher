// name: reconcile/communities
// mode: read
// params: none
// row: Counted
// Residents' committees under a street.
MATCH (community:Neighbourhood {category: 'residents_committee'})-[:WITHIN]->(:Town {category: 'street'})
RETURN count(community) AS counted
