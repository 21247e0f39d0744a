// name: load/part
// mode: write
// params: bonds
// row: none
// Closes memberships, each found by the store's own id for it, with the properties they close with.
UNWIND $bonds AS row
MATCH (unit)-[bond]->(alliance)
WHERE elementId(bond) = row.element_id
CREATE (unit)-[was:WAS_MEMBER_OF]->(alliance)
SET was = properties(bond)
SET was += row.properties
DELETE bond
