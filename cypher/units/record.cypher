// name: units/record
// mode: read
// params: id
// row: Unit
// A unit by its id, standing or closed.
MATCH (unit:Entity {id: $id})
WHERE unit.kind = 'Unit'
RETURN unit.id AS id,
       unit.kind AS kind,
       unit.name AS name,
       unit.valid_from AS valid_from,
       unit.valid_to AS valid_to,
       unit.source AS source,
       unit.category AS category,
       unit.line AS line
