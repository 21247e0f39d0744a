// name: schema/change_seq
// mode: schema
// params: none
// row: none
// One change a revision.
CREATE CONSTRAINT change_seq IF NOT EXISTS
FOR (n:Change)
REQUIRE n.seq IS UNIQUE
