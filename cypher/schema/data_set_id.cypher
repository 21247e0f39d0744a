// name: schema/data_set_id
// mode: schema
// params: none
// row: none
// One data set a graph: its node has one fixed id.
CREATE CONSTRAINT data_set_id IF NOT EXISTS
FOR (n:DataSet)
REQUIRE n.id IS UNIQUE
