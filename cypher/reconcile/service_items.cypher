// name: reconcile/service_items
// mode: read
// params: none
// row: Counted
// Items of the service catalogue.
MATCH (item:ServiceItem)-[:PART_OF]->(:ServiceCategory)
RETURN count(DISTINCT item) AS counted
