// name: reconcile/org_dept_posts
// mode: read
// params: none
// row: Counted
// Posts of the organisation departments' sections for grassroots governance.
MATCH (section:GovernanceSection)-[:PART_OF]->(:PartyOrg)
RETURN sum(section.posts) AS counted
