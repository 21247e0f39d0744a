// name: schema/closed_kind
// mode: schema
// params: none
// row: none
// Counts what was closed of one kind.
CREATE INDEX closed_kind IF NOT EXISTS
FOR (n:Closed)
ON (n.kind)
