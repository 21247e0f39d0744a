// name: schema/unit_id
// mode: schema
// params: none
// row: none
// Serves the pages of a list in the order of its ids.
CREATE INDEX unit_id IF NOT EXISTS
FOR (n:Unit)
ON (n.id)
