// name: reconcile/working_group_heads
// mode: read
// params: none
// row: Counted
// Heads of the special working groups of each committee, on average where they differ.
MATCH (committee:Committee)
OPTIONAL MATCH (head:Entity)-[:HOLDS]->(:Post {role: 'head'})-[:PART_OF]->(:WorkingGroup)-[:PART_OF]->(committee)
WITH count(DISTINCT committee) AS wholes, count(DISTINCT head) AS parts
RETURN CASE
         WHEN wholes = 0 THEN 0
         WHEN parts % wholes = 0 THEN parts / wholes
         ELSE round(1.0 * parts / wholes, 2)
       END AS counted
