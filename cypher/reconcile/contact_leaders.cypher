// name: reconcile/contact_leaders
// mode: read
// params: none
// row: Counted
// Cadres who are in contact with an area.
MATCH (cadre:Cadre)-[:CONTACTS]->(:Area)
RETURN count(DISTINCT cadre) AS counted
