// name: schema/alliance_name
// mode: schema
// params: none
// row: none
// Finds by a part of the name.
CREATE TEXT INDEX alliance_name IF NOT EXISTS
FOR (n:Alliance)
ON (n.name)
