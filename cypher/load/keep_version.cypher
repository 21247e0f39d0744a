// name: load/keep_version
// mode: write
// params: rows
// row: none
// Keeps what an entity was until a day, from the day its former version ended or it began.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (e)-[:HAD]->(former:Version)
WITH e, row, max(former.valid_to) AS since
WITH e, row, CASE WHEN since > row.valid_from THEN since ELSE row.valid_from END AS since
CREATE (e)-[:HAD]->(version:Version)
SET version = row.properties
SET version.valid_from = CASE WHEN since > row.valid_to THEN row.valid_to ELSE since END,
    version.valid_to = row.valid_to
