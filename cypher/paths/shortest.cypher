// name: paths/shortest
// mode: read
// params: from_id, to_id
// row: Neighbour
// The steps of a shortest path between two entities, each with the relationship that leads to it; of the paths that are
// equally short, the one whose ids come first. None when both are one.
MATCH (start:Entity {id: $from_id}), (end:Entity {id: $to_id})
WHERE start <> end
MATCH way = allShortestPaths((start)-[:UNDER|COVERS|WITHIN|LEADS|MEMBER_OF|GUIDED_BY|PART_OF|HOLDS|CONTACTS
        |SERVES|LOCATED_IN|OPENED_BY|ORGANISED_BY|TOOK_PLACE_AT|OFFERS|JOINS|SET_UP_IN|ANSWERS_TO|DISPATCHED_TO
        |DISPATCHED_BY|DELEGATED_TO|DELEGATED_BY|GRANTED_TO|BORNE_BY|BACKED_BY|POSTED_TO|STATIONED_AT
        |EMPLOYED_BY|PAIRED_WITH|ENROLLED_IN|MOVED_DOWN_TO*..12]-(end))
WHERE all(met IN nodes(way) WHERE met:Entity)
WITH way
ORDER BY [met IN nodes(way) | met.id],
         [link IN relationships(way) | [type(link), startNode(link).id]]
LIMIT 1
UNWIND range(1, length(way)) AS step
WITH step, nodes(way)[step] AS e, relationships(way)[step - 1] AS link
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       e.valid_from AS valid_from,
       e.valid_to AS valid_to,
       e.source AS source,
       e.tier AS tier,
       e.title AS title,
       head([(e)-[:UNDER|WITHIN]->(superior) | superior.id]) AS parent_id,
       reduce(first = null, id IN [(e)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END) AS area_id,
       e.code AS code,
       e.category AS category,
       e.level AS level,
       head([(e)<-[:LEADS]-(lead) | lead.id]) AS lead_id,
       e.line AS line,
       e {.tier, .title, .members, .last_election, .next_election, .admin_posts_before, .admin_posts, .code,
          .category, .level, .line, .new_org, .has_premises, .employees, .is_operating, .applicants,
          .ought_branch, .moved_down_on, .posts, .staff, .position, .applies_to, .produces, .formed_on, .field,
          .role, .facilities, .opened_on, .theme, .held_on, .participants, .mode, .authority, .dispatched_on,
          .basis, .delegated_on, .granted_on, .added_on, .is_lead, .police, .amount, .unit, .rank,
          .is_full_time, .assignment, .posted_on, .modes, .shared, .cooperation} AS properties,
       [(e)-[tie:ANSWERS_TO|BACKED_BY|BORNE_BY|CONTACTS|COVERS|DELEGATED_BY|DELEGATED_TO|DISPATCHED_BY
          |DISPATCHED_TO|EMPLOYED_BY|ENROLLED_IN|GRANTED_TO|GUIDED_BY|HOLDS|JOINS|LOCATED_IN|MOVED_DOWN_TO
          |OFFERS|OPENED_BY|ORGANISED_BY|PAIRED_WITH|PART_OF|POSTED_TO|SERVES|SET_UP_IN|STATIONED_AT
          |TOOK_PLACE_AT|UNDER|WITHIN]->(other:Entity)
         | [type(tie), other.id]] AS related,
       startNode(link).id AS link_source,
       endNode(link).id AS link_target,
       type(link) AS link_type
ORDER BY step
