// name: load/rejoin
// mode: write
// params: bonds
// row: none
// Brings memberships, standing or past, each found by the store's own id for it, to new properties.
UNWIND $bonds AS row
MATCH ()-[bond]->()
WHERE elementId(bond) = row.element_id
SET bond += row.properties
