// name: load/redate_versions
// mode: write
// params: former
// row: none
// Moves the first day of the first version of entities whose own first day was stated wrong and is put right: `former` gives
// it by id. No version of the life that began then begins before it.
UNWIND keys($former) AS id
MATCH (e:Entity {id: id})-[:HAD]->(version:Version)
WHERE version.valid_from = $former[id]
   OR (version.valid_from > $former[id] AND version.valid_from < e.valid_from)
SET version.valid_from = e.valid_from,
    version.valid_to = CASE WHEN version.valid_to < e.valid_from THEN e.valid_from ELSE version.valid_to END
