// name: orgs/record
// mode: read
// params: id, kinds
// row: OrgRecord
// A Party organisation by its id, standing or closed; a closed one names what it last hung under and covered. Null when there is none.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (o:Entity {id: $id})
WHERE o.kind IN $kinds
RETURN seq,
       token_key,
       o {.id, .kind, .name, .valid_from, .valid_to, .source, .tier, .title,
         parent_id: coalesce(
           head([(o)-[:UNDER]->(superior) | superior.id]),
           head([(o)-[was:WAS_UNDER]->(superior) WHERE was.valid_to = o.valid_to | superior.id])
         ),
         area_id: coalesce(
           reduce(first = null, id IN [(o)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END),
           reduce(first = null, id IN [(o)-[was:WAS_COVERS]->(area) WHERE was.valid_to = o.valid_to | area.id] |
             CASE WHEN first < id THEN first ELSE id END)
         )} AS record
