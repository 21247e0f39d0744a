// name: load/put_versions
// mode: write
// params: rows
// row: none
// Keeps what entities were between two days.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
CREATE (e)-[:HAD]->(version:Version)
SET version = row.properties
