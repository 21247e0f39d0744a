// name: reconcile/volunteer_roles
// mode: read
// params: none
// row: Counted
// Roles in which volunteers act in grids.
MATCH (volunteer:Volunteer)-[:SERVES]->(:Grid)
RETURN count(DISTINCT volunteer.role) AS counted
