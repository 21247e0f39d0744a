// name: schema/properties
// mode: schema
// params: names
// row: none
// Creates the tokens of the vocabulary's property keys.
UNWIND $names AS name
CALL db.createProperty(name)
