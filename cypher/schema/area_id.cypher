// name: schema/area_id
// mode: schema
// params: none
// row: none
// Serves the pages of a list in the order of its ids.
CREATE INDEX area_id IF NOT EXISTS
FOR (n:Area)
ON (n.id)
