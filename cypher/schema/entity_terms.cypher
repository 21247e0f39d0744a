// name: schema/entity_terms
// mode: schema
// params: none
// row: none
// Finds by whatever part of its terms.
CREATE TEXT INDEX entity_terms IF NOT EXISTS
FOR (n:Entity)
ON (n.terms)
