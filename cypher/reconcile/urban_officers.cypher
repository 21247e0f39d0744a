// name: reconcile/urban_officers
// mode: read
// params: none
// row: Counted
// Officers of urban management among those posted to streets.
MATCH (officer:Officer {assignment: 'posted', line: '城管'})-[:POSTED_TO]->(:Town {category: 'street'})
RETURN count(DISTINCT officer) AS counted
