// name: schema/entity_code
// mode: schema
// params: none
// row: none
// Finds what has an official code.
CREATE INDEX entity_code IF NOT EXISTS
FOR (n:Entity)
ON (n.code)
