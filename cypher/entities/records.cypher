// name: entities/records
// mode: read
// params: ids, ties, day
// row: StatedEntity
// The entities of those ids as they stood on a day, by id.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WITH e, coalesce(
    head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
  ) AS state
RETURN e.id AS id,
       state.kind AS kind,
       e.valid_from AS valid_from,
       e.valid_to AS valid_to,
       properties(state) AS state,
       [(e)-[tie]->(other:Entity) WHERE type(tie) IN $ties AND tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | [type(tie), other.id]] AS ties,
       [(e)<-[tie:LEADS|WAS_LEADS]-(lead) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | lead.id] AS leads
ORDER BY id
