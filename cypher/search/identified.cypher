// name: search/identified
// mode: read
// params: ids, day
// row: Identified
// What stood on a day and was known to other systems by some codes, each with the code.
UNWIND $ids AS wanted
MATCH (code:Entity {id: wanted})-[link:IDENTIFIES|WAS_IDENTIFIES]->(e:Entity)
WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true)
WITH code, coalesce(head([(code)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), code) AS coded, e, coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) AS state
RETURN e.id AS id,
       state.kind AS kind,
       state.name AS name,
       code.id AS code_id,
       coded.scheme AS scheme,
       coded.name AS value
ORDER BY scheme, id
