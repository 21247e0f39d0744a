// name: captions/keep
// mode: write
// params: rows
// row: none
// Gives entities their captions.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.caption = row.caption
