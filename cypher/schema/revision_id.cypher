// name: schema/revision_id
// mode: schema
// params: none
// row: none
// One counter a graph.
CREATE CONSTRAINT revision_id IF NOT EXISTS
FOR (n:Revision)
REQUIRE n.id IS UNIQUE
