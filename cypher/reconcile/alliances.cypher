// name: reconcile/alliances
// mode: read
// params: none
// row: Counted
// Alliances, of a street or of a community, that an organisation leads.
MATCH (:PartyOrg)-[:LEADS]->(alliance:Alliance)
RETURN count(DISTINCT alliance) AS counted
