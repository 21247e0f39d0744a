// name: schema/labels
// mode: schema
// params: names
// row: none
// Creates the tokens of the vocabulary's labels, so that EXPLAIN knows them in an empty store.
UNWIND $names AS name
CALL db.createLabel(name)
