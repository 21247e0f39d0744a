// name: reconcile/org_dept_posts
// mode: read
// params: day
// row: Counted
// Posts of the organisation departments' sections for grassroots governance.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (section:GovernanceSection)-[:PART_OF]->(:PartyOrg)
  RETURN sum(section.posts) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (section:Entity)-[part:PART_OF|WAS_PART_OF]->(:Entity)
  WHERE section.kind = 'GovernanceSection'
    AND section.id > ''
    AND part.valid_from <= $day AND coalesce($day < part.valid_to, true)
  RETURN sum(coalesce(head([(section)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), section).posts) AS counted
}
RETURN sum(counted) AS counted
