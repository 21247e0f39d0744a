// name: reconcile/service_categories
// mode: read
// params: none
// row: Counted
// Categories of the service catalogue.
MATCH (category:ServiceCategory)
RETURN count(category) AS counted
