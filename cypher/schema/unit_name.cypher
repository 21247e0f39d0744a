// name: schema/unit_name
// mode: schema
// params: none
// row: none
// Finds by a part of the name.
CREATE TEXT INDEX unit_name IF NOT EXISTS
FOR (n:Unit)
ON (n.name)
