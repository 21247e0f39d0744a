// name: reconcile/member_households
// mode: read
// params: none
// row: Counted
// Member households that cover a building.
MATCH (household:MemberHousehold)-[:COVERS]->(:Building)
RETURN count(DISTINCT household) AS counted
