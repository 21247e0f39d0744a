// name: schema/types_lookup
// mode: schema
// params: none
// row: none
// Finds the relationships of a type. A database has it from its beginning, unless it was taken out.
CREATE LOOKUP INDEX types_lookup IF NOT EXISTS
FOR ()-[r]-()
ON EACH type(r)
