// name: reconcile/platforms
// mode: read
// params: none
// row: Counted
// Platforms of each street, on average where they differ.
MATCH (street:Town {category: 'street'})
OPTIONAL MATCH (platform:Platform)-[:SERVES]->(street)
WITH count(DISTINCT street) AS wholes, count(DISTINCT platform) AS parts
RETURN CASE
         WHEN wholes = 0 THEN 0
         WHEN parts % wholes = 0 THEN parts / wholes
         ELSE round(1.0 * parts / wholes, 2)
       END AS counted
