// name: schema/labels_lookup
// mode: schema
// params: none
// row: none
// Finds the nodes of a label. A database has it from its beginning, unless it was taken out.
CREATE LOOKUP INDEX labels_lookup IF NOT EXISTS
FOR (n)
ON EACH labels(n)
