// name: load/date_versions
// mode: write
// params: rows
// row: none
// Brings versions, each found by the store's own id for it, to other days.
UNWIND $rows AS row
MATCH (version:Version)
WHERE elementId(version) = row.element_id
SET version += row.properties
