// name: areas/record
// mode: read
// params: id, kinds
// row: AreaRecord
// An area by its id, standing or closed; a closed one names what it last was part of. Null when there is none.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (a:Entity {id: $id})
WHERE a.kind IN $kinds
RETURN seq,
       token_key,
       a {.id, .kind, .name, .valid_from, .valid_to, .source, .code, .category,
         parent_id: coalesce(
           head([(a)-[:WITHIN]->(whole) | whole.id]),
           head([(a)-[was:WAS_WITHIN]->(whole) WHERE was.valid_to = a.valid_to | whole.id])
         )} AS record
