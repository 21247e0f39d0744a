// name: paths/shortest
// mode: read
// params: from_id, to_id, ties, day
// row: StatedNeighbour
// The steps of a shortest path between two entities, each with the relationship that leads to it; of the paths that are
// equally short, the one whose ids come first. None when both are one.
MATCH (start:Entity {id: $from_id}), (end:Entity {id: $to_id})
WHERE start <> end
MATCH way = allShortestPaths((start)-[:UNDER|COVERS|WITHIN|LEADS|MEMBER_OF|GUIDED_BY|PART_OF|HOLDS|CONTACTS
        |SERVES|LOCATED_IN|OPENED_BY|ORGANISED_BY|TOOK_PLACE_AT|OFFERS|JOINS|SET_UP_IN|ANSWERS_TO|DISPATCHED_TO
        |DISPATCHED_BY|DELEGATED_TO|DELEGATED_BY|GRANTED_TO|BORNE_BY|BACKED_BY|POSTED_TO|STATIONED_AT
        |EMPLOYED_BY|PAIRED_WITH|ENROLLED_IN|MOVED_DOWN_TO|IDENTIFIES*..12]-(end))
WHERE all(met IN nodes(way) WHERE met:Entity)
WITH way
ORDER BY [met IN nodes(way) | met.id],
         [link IN relationships(way) | [type(link), startNode(link).id]]
LIMIT 1
UNWIND range(1, length(way)) AS step
WITH step, nodes(way)[step] AS e, relationships(way)[step - 1] AS link
RETURN e.id AS id,
       e.kind AS kind,
       e.valid_from AS valid_from,
       e.valid_to AS valid_to,
       properties(coalesce(
         head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
       )) AS state,
       [(e)-[tie]->(other:Entity) WHERE type(tie) IN $ties AND tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | [type(tie), other.id]] AS ties,
       [(e)<-[tie:LEADS|WAS_LEADS]-(lead) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | lead.id] AS leads,
       startNode(link).id AS link_source,
       endNode(link).id AS link_target,
       type(link) AS link_type
ORDER BY step
