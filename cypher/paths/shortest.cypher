// name: paths/shortest
// mode: read
// params: from_id, to_id, ties, day
// row: StatedNeighbour
// The steps of a shortest path between two entities on a day, each with the relationship that leads to it; of the paths that are
// equally short, the one whose ids come first. None when both are one.
MATCH (start:Entity {id: $from_id}), (end:Entity {id: $to_id})
WHERE start <> end
WITH start, end, $day = date('9999-12-31') AS is_today
CALL (start, end, is_today) {
  WITH start, end, is_today
  WHERE is_today
  MATCH way = allShortestPaths((start)-[:UNDER|COVERS|WITHIN|LEADS|MEMBER_OF|GUIDED_BY|PART_OF|HOLDS|CONTACTS
          |SERVES|LOCATED_IN|OPENED_BY|ORGANISED_BY|TOOK_PLACE_AT|OFFERS|JOINS|SET_UP_IN|ANSWERS_TO|DISPATCHED_TO
          |DISPATCHED_BY|DELEGATED_TO|DELEGATED_BY|GRANTED_TO|BORNE_BY|BACKED_BY|POSTED_TO|STATIONED_AT
          |EMPLOYED_BY|PAIRED_WITH|ENROLLED_IN|MOVED_DOWN_TO|IDENTIFIES*..12]-(end))
  WHERE all(met IN nodes(way) WHERE met:Entity)
  RETURN way
  UNION ALL
  WITH start, end, is_today
  WHERE NOT is_today
  MATCH way = allShortestPaths((start)-[:UNDER|COVERS|WITHIN|LEADS|MEMBER_OF|GUIDED_BY|PART_OF|HOLDS|CONTACTS|SERVES|LOCATED_IN|OPENED_BY
          |ORGANISED_BY|TOOK_PLACE_AT|OFFERS|JOINS|SET_UP_IN|ANSWERS_TO|DISPATCHED_TO|DISPATCHED_BY
          |DELEGATED_TO|DELEGATED_BY|GRANTED_TO|BORNE_BY|BACKED_BY|POSTED_TO|STATIONED_AT|EMPLOYED_BY
          |PAIRED_WITH|ENROLLED_IN|MOVED_DOWN_TO|IDENTIFIES|WAS_UNDER|WAS_COVERS|WAS_WITHIN|WAS_LEADS
          |WAS_MEMBER_OF|WAS_GUIDED_BY|WAS_PART_OF|WAS_HOLDS|WAS_CONTACTS|WAS_SERVES|WAS_LOCATED_IN
          |WAS_OPENED_BY|WAS_ORGANISED_BY|WAS_TOOK_PLACE_AT|WAS_OFFERS|WAS_JOINS|WAS_SET_UP_IN|WAS_ANSWERS_TO
          |WAS_DISPATCHED_TO|WAS_DISPATCHED_BY|WAS_DELEGATED_TO|WAS_DELEGATED_BY|WAS_GRANTED_TO|WAS_BORNE_BY
          |WAS_BACKED_BY|WAS_POSTED_TO|WAS_STATIONED_AT|WAS_EMPLOYED_BY|WAS_PAIRED_WITH|WAS_ENROLLED_IN
          |WAS_MOVED_DOWN_TO|WAS_IDENTIFIES*..12]-(end))
  WHERE all(met IN nodes(way) WHERE met:Entity)
    AND all(link IN relationships(way) WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  RETURN way
}
WITH way
ORDER BY [met IN nodes(way) | met.id],
         [link IN relationships(way) | [replace(type(link), 'WAS_', ''), startNode(link).id]]
LIMIT 1
UNWIND range(1, length(way)) AS step
WITH step, nodes(way)[step] AS e, relationships(way)[step - 1] AS link
WITH step, e, link, coalesce(
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
ORDER BY step
