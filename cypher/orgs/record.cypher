// name: orgs/record
// mode: read
// params: id, kinds
// row: Org
// A Party organisation by its id, standing or closed; a closed one names what it last hung under and covered.
MATCH (o:Entity {id: $id})
WHERE o.kind IN $kinds
RETURN o.id AS id,
       o.kind AS kind,
       o.name AS name,
       o.valid_from AS valid_from,
       o.valid_to AS valid_to,
       o.source AS source,
       o.tier AS tier,
       o.title AS title,
       coalesce(
         head([(o)-[:UNDER]->(superior) | superior.id]),
         head([(o)-[was:WAS_UNDER]->(superior) WHERE was.valid_to = o.valid_to | superior.id])
       ) AS parent_id,
       coalesce(
         head([(o)-[:COVERS]->(area) | area.id]),
         head([(o)-[was:WAS_COVERS]->(area) WHERE was.valid_to = o.valid_to | area.id])
       ) AS area_id
