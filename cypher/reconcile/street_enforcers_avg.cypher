// name: reconcile/street_enforcers_avg
// mode: read
// params: none
// row: Counted
// A street's own enforcers, on average.
MATCH (street:Town {category: 'street'})
OPTIONAL MATCH (officer:Officer {assignment: 'street_enforcer'})-[:POSTED_TO]->(street)
WITH count(DISTINCT street) AS wholes, count(DISTINCT officer) AS parts
RETURN CASE
         WHEN wholes = 0 THEN 0
         WHEN parts % wholes = 0 THEN parts / wholes
         ELSE round(1.0 * parts / wholes, 2)
       END AS counted
