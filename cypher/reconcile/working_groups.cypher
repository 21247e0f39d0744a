// name: reconcile/working_groups
// mode: read
// params: none
// row: Counted
// Special working groups of each committee, on average where they differ.
MATCH (committee:Committee)
OPTIONAL MATCH (group:WorkingGroup)-[:PART_OF]->(committee)
WITH count(DISTINCT committee) AS wholes, count(DISTINCT group) AS parts
RETURN CASE
         WHEN wholes = 0 THEN 0
         WHEN parts % wholes = 0 THEN parts / wholes
         ELSE round(1.0 * parts / wholes, 2)
       END AS counted
