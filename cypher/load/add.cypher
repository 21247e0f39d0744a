// name: load/add
// mode: write
// params: groups
// row: none
// Makes new entities, those of the same labels together; properties carry id, kind and dates.
UNWIND $groups AS alike
UNWIND alike.rows AS properties
CREATE (e:Entity)
SET e:$(alike.labels)
SET e = properties
