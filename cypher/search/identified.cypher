// name: search/identified
// mode: read
// params: ids
// row: Identified
// What stands today and is known to other systems by some codes, each with the code.
UNWIND $ids AS wanted
MATCH (code:Entity {id: wanted})-[:IDENTIFIES]->(e:Entity)
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       code.id AS code_id,
       code.scheme AS scheme,
       code.name AS value
ORDER BY scheme, id
