// name: entities/record
// mode: read
// params: id, kinds, ties, day
// row: StatedRecord
// An entity of one of some kinds by its id, standing or closed; of a closed one also what its last ties led to, and who led it
// last. Null when there is none.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (e:Entity {id: $id})
WHERE e.kind IN $kinds
WITH seq, token_key, e, coalesce(
    head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
  ) AS state
RETURN seq,
       token_key,
       e {.id, kind: state.kind, .valid_from, .valid_to,
         state: properties(state),
         ties: [(e)-[tie]->(other:Entity) WHERE type(tie) IN $ties AND tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | [type(tie), other.id]],
         leads: [(e)<-[tie:LEADS|WAS_LEADS]-(lead) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | lead.id],
         last_ties: [(e)-[tie]->(other:Entity) WHERE type(tie) IN $ties AND tie.valid_to = e.valid_to | [type(tie), other.id]],
         last_leads: [(e)<-[tie:WAS_LEADS]-(lead) WHERE tie.valid_to = e.valid_to | lead.id]} AS record
