// name: entities/record
// mode: read
// params: id
// row: AnyEntity
// Any entity by its id, standing or closed, with the fields of every family; those its own lacks are null.
MATCH (e:Entity {id: $id})
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       e.valid_from AS valid_from,
       e.valid_to AS valid_to,
       e.source AS source,
       e.tier AS tier,
       e.title AS title,
       coalesce(
         head([(e)-[:UNDER|WITHIN]->(superior) | superior.id]),
         head([(e)-[was:WAS_UNDER|WAS_WITHIN]->(superior) WHERE was.valid_to = e.valid_to | superior.id])
       ) AS parent_id,
       coalesce(
         head([(e)-[:COVERS]->(area) | area.id]),
         head([(e)-[was:WAS_COVERS]->(area) WHERE was.valid_to = e.valid_to | area.id])
       ) AS area_id,
       e.code AS code,
       e.category AS category,
       e.level AS level,
       coalesce(
         head([(e)<-[:LEADS]-(lead) | lead.id]),
         head([(e)<-[was:WAS_LEADS]-(lead) WHERE was.valid_to = e.valid_to | lead.id])
       ) AS lead_id,
       e.line AS line
