// name: schema/alliance_id
// mode: schema
// params: none
// row: none
// Serves the pages of a list in the order of its ids.
CREATE INDEX alliance_id IF NOT EXISTS
FOR (n:Alliance)
ON (n.id)
