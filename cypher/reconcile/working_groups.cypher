// name: reconcile/working_groups
// mode: read
// params: day
// row: Counted
// Special working groups of each committee, on average where they differ.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (committee:Committee)
  OPTIONAL MATCH (group:WorkingGroup)-[:PART_OF]->(committee)
  WITH count(DISTINCT committee) AS wholes, count(DISTINCT group) AS parts
  RETURN CASE
           WHEN wholes = 0 THEN 0
           WHEN parts % wholes = 0 THEN parts / wholes
           ELSE round(1.0 * parts / wholes, 2)
         END AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (committee:Entity)
  WHERE committee.kind = 'Committee'
    AND committee.id > ''
    AND (committee.valid_from <= $day AND coalesce($day < committee.valid_to, true) OR EXISTS { (committee)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
  OPTIONAL MATCH (group:Entity)-[part:PART_OF|WAS_PART_OF]->(committee)
  WHERE group.kind = 'WorkingGroup'
    AND part.valid_from <= $day AND coalesce($day < part.valid_to, true)
  WITH count(DISTINCT committee) AS wholes, count(DISTINCT group) AS parts
  RETURN CASE
           WHEN wholes = 0 THEN 0
           WHEN parts % wholes = 0 THEN parts / wholes
           ELSE round(1.0 * parts / wholes, 2)
         END AS counted
}
RETURN sum(counted) AS counted
