// name: reconcile/communities
// mode: read
// params: none
// row: Counted
// Residents' committees under a street.
MATCH (community:Neighbourhood {category: 'residents_committee'})-[:WITHIN*1..20]->(:Town {category: 'street'})
RETURN count(DISTINCT community) AS counted
