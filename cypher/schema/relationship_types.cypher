// name: schema/relationship_types
// mode: schema
// params: names
// row: none
// Creates the tokens of the vocabulary's relationship types.
UNWIND $names AS name
CALL db.createRelationshipType(name)
