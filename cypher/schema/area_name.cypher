// name: schema/area_name
// mode: schema
// params: none
// row: none
// Finds by a part of the name.
CREATE TEXT INDEX area_name IF NOT EXISTS
FOR (n:Area)
ON (n.name)
