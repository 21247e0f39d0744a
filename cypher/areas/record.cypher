// name: areas/record
// mode: read
// params: id, kinds
// row: Area
// An area by its id, standing or closed; a closed one names what it was last part of.
MATCH (a:Entity {id: $id})
WHERE a.kind IN $kinds
RETURN a.id AS id,
       a.kind AS kind,
       a.name AS name,
       a.valid_from AS valid_from,
       a.valid_to AS valid_to,
       a.source AS source,
       a.code AS code,
       a.category AS category,
       coalesce(
         head([(a)-[:WITHIN]->(whole) | whole.id]),
         head([(a)-[was:WAS_WITHIN]->(whole) WHERE was.valid_to = a.valid_to | whole.id])
       ) AS parent_id
