// name: schema/entity_name
// mode: schema
// params: none
// row: none
// Finds by a part of the name.
CREATE TEXT INDEX entity_name IF NOT EXISTS
FOR (n:Entity)
ON (n.name)
