// name: entities/neighbours
// mode: read
// params: id, types, limit, ties, day
// row: StatedNeighbour
// What an entity touched on a day by relationships of those types, standing or closed, by type and then id.
MATCH (:Entity {id: $id})-[link]-(e:Entity)
WHERE type(link) IN $types
  AND link.valid_from <= $day AND coalesce($day < link.valid_to, true)
WITH e, link, coalesce(
    head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
  ) AS state
RETURN e.id AS id,
       state.kind AS kind,
       e.valid_from AS valid_from,
       e.valid_to AS valid_to,
       properties(state) AS state,
       [(e)-[tie]->(other:Entity) WHERE type(tie) IN $ties AND tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | [type(tie), other.id]] AS ties,
       [(e)<-[tie:LEADS|WAS_LEADS]-(lead) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | lead.id] AS leads,
       startNode(link).id AS link_source,
       endNode(link).id AS link_target,
       replace(type(link), 'WAS_', '') AS link_type
ORDER BY link_type, id, link_source
LIMIT $limit
