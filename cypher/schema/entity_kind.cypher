// name: schema/entity_kind
// mode: schema
// params: none
// row: none
// Serves what is found of one kind in the order of its ids.
CREATE INDEX entity_kind IF NOT EXISTS
FOR (n:Entity)
ON (n.kind, n.id)
