// name: reconcile/alliances
// mode: read
// params: none
// row: Counted
// Alliances led by the organisation of a street or of a community.
MATCH (:StreetCommittee|CommunityOrg)-[:LEADS]->(alliance:Alliance)
RETURN count(DISTINCT alliance) AS counted
