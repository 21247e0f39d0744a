// name: reconcile/new_org_branches
// mode: read
// params: none
// row: Counted
// Party organisations set up in new organisations.
MATCH (branch:NewOrgBranch)-[:SET_UP_IN]->(:Unit)
RETURN count(DISTINCT branch) AS counted
