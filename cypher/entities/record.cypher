// name: entities/record
// mode: read
// params: id
// row: EntityRecord
// Any entity by its id, standing or closed, with the fields of every family; those its own lacks are null. Null when there is none.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (e:Entity {id: $id})
RETURN seq,
       token_key,
       e {.id, .kind, .name, .valid_from, .valid_to, .source, .tier, .title,
         parent_id: coalesce(
           head([(e)-[:UNDER|WITHIN]->(superior) | superior.id]),
           head([(e)-[was:WAS_UNDER|WAS_WITHIN]->(superior) WHERE was.valid_to = e.valid_to | superior.id])
         ),
         area_id: coalesce(
           head([(e)-[:COVERS]->(area) | area.id]),
           head([(e)-[was:WAS_COVERS]->(area) WHERE was.valid_to = e.valid_to | area.id])
         ),
         .code, .category, .level,
         lead_id: coalesce(
           head([(e)<-[:LEADS]-(lead) | lead.id]),
           head([(e)<-[was:WAS_LEADS]-(lead) WHERE was.valid_to = e.valid_to | lead.id])
         ),
         .line} AS record
