// name: schema/entity_id
// mode: schema
// params: none
// row: none
// One entity an id, for ever: ids are never reused.
CREATE CONSTRAINT entity_id IF NOT EXISTS
FOR (n:Entity)
REQUIRE n.id IS UNIQUE
