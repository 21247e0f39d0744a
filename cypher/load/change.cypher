// name: load/change
// mode: write
// params: rows, removable
// row: none
// Brings entities to new labels and properties; a property that is null goes.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
REMOVE e:$($removable)
SET e:$(row.labels)
SET e += row.properties
