// name: schema/area_kind
// mode: schema
// params: none
// row: none
// Serves the pages of one kind in the order of its ids.
CREATE INDEX area_kind IF NOT EXISTS
FOR (n:Area)
ON (n.kind, n.id)
