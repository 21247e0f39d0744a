// name: units/record
// mode: read
// params: id
// row: UnitRecord
// A unit by its id, standing or closed. Null when there is none.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (unit:Entity {id: $id})
WHERE unit.kind = 'Unit'
RETURN seq,
       token_key,
       unit {.id, .kind, .name, .valid_from, .valid_to, .source, .category, .line} AS record
