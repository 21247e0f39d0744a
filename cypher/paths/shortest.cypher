// name: paths/shortest
// mode: read
// params: from_id, to_id
// row: Neighbour
// The steps of a shortest path between two entities, each with the relationship that leads to it; of the paths that are
// equally short, the one whose ids come first. None when both are one.
MATCH (start:Entity {id: $from_id}), (end:Entity {id: $to_id})
WHERE start <> end
MATCH way = allShortestPaths((start)-[:UNDER|COVERS|WITHIN|LEADS|MEMBER_OF|GUIDED_BY*..12]-(end))
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
       head([(e)-[:COVERS]->(area) | area.id]) AS area_id,
       e.code AS code,
       e.category AS category,
       e.level AS level,
       head([(e)<-[:LEADS]-(lead) | lead.id]) AS lead_id,
       e.line AS line,
       startNode(link).id AS link_source,
       endNode(link).id AS link_target,
       type(link) AS link_type
ORDER BY step
