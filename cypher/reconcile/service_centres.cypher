// name: reconcile/service_centres
// mode: read
// params: none
// row: Counted
// Service centres and stations.
MATCH (centre:ServiceCentre)-[:SERVES]->(:Area)
RETURN count(DISTINCT centre) AS counted
