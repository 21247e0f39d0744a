// name: search/keep
// mode: write
// params: rows
// row: none
// Gives entities their terms.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.terms = row.terms
