// name: load/cut_versions
// mode: write
// params: rows
// row: none
// Ends the versions of entities that a row states to have ended earlier than those did.
UNWIND $rows AS row
MATCH (:Entity {id: row.id})-[:HAD]->(version:Version)
WHERE version.valid_to > row.valid_to
SET version.valid_from = CASE WHEN version.valid_from > row.valid_to THEN row.valid_to ELSE version.valid_from END,
    version.valid_to = row.valid_to
