// name: answers/responsible
// mode: read
// params: id, kinds, needed
// row: ResponsibilityLevels
// Who answers for an area and for each one around it, nearest first: a way from the area to each, by what it is asked as.
// A post is shown with whoever holds it, and one that nobody holds by itself. Of an organisation with a leading post that
// nobody holds, or without any, come those who hold the posts above it. Which of the kinds needed the graph has is said
// too, and which kinds the city has by its tables.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)-[:WITHIN*0..20]->(area:Area)
  WITH area, length(way) AS depth
  CALL (area) {
    CALL (area) {
      MATCH way = (area)<-[:COVERS]-(:PartyOrg)
      RETURN 'organisation' AS role, way
      UNION ALL
      MATCH way = (area)<-[:COVERS]-(:PartyOrg)<-[:PART_OF]-(post:Post)<-[:HOLDS*0..1]-()
      WHERE post.role IN ['secretary', 'deputy_secretary', 'group_leader', 'household_member']
        AND (length(way) = 3 OR NOT EXISTS { (post)<-[:HOLDS]-() })
      RETURN post.role AS role, way
      UNION ALL
      MATCH way = (area)<-[:COVERS]-(org:PartyOrg)-[:UNDER*1..20]->(:PartyOrg)<-[:PART_OF]-(post:Post)<-[:HOLDS]-()
      WHERE post.role IN ['secretary', 'group_leader']
        AND (
          EXISTS {
            (org)<-[:PART_OF]-(vacant:Post)
            WHERE vacant.role IN ['secretary', 'group_leader', 'household_member']
              AND NOT EXISTS { (vacant)<-[:HOLDS]-() }
          }
          OR NOT EXISTS {
            (org)<-[:PART_OF]-(leading:Post)
            WHERE leading.role IN ['secretary', 'group_leader', 'household_member']
          }
        )
      RETURN 'superior' AS role, way
      UNION ALL
      MATCH way = (area)<-[:COVERS]-(:GridGroup)-[:UNDER]->(:GridBranch)
      RETURN 'group_branch' AS role, way
      UNION ALL
      MATCH way = (area)<-[:SERVES]-(:GridWorker)
      RETURN 'grid_worker' AS role, way
      UNION ALL
      MATCH way = (area)<-[:POSTED_TO|SERVES]-(officer:Officer)
      RETURN officer.assignment AS role, way
      UNION ALL
      MATCH way = (area)<-[:POSTED_TO|SERVES]-(:Officer)-[:PAIRED_WITH]-(officer:Officer)
      WHERE NOT EXISTS { (officer)-[:POSTED_TO|SERVES]->() }
      RETURN officer.assignment AS role, way
      UNION ALL
      MATCH way = (area)<-[:SERVES]-(:PoliceRoom)
      RETURN 'police_room' AS role, way
      UNION ALL
      MATCH way = (area)<-[:SERVES]-(station:PoliceStation)
      RETURN CASE WHEN station.is_lead THEN 'lead_station' ELSE 'police_station' END AS role, way
      UNION ALL
      MATCH way = (area)<-[:CONTACTS]-(:Cadre)
      RETURN 'cadre' AS role, way
      UNION ALL
      MATCH way = (area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(:LeadingGroup)
      RETURN 'leading_group' AS role, way
      UNION ALL
      MATCH way = (area)<-[:COVERS]-(:PartyOrg)<-[:PART_OF]-(:Committee)
      RETURN 'committee' AS role, way
    }
    WITH role,
         [node IN nodes(way) | node {.id, .kind, .name, .title, .line}] AS nodes,
         [link IN relationships(way) | {source: startNode(link).id, target: endNode(link).id, type: type(link)}] AS links
    ORDER BY role, nodes[-1].id
    RETURN collect({role: role, nodes: nodes, links: links}) AS claims
  }
  WITH area, depth, claims
  ORDER BY depth
  RETURN collect({area: area {.id, .kind, .name}, claims: claims}) AS levels
}
CALL () {
  UNWIND $needed AS kind
  CALL (kind) {
    MATCH (e:Entity)
    WHERE e.kind = kind
      AND e.id > ''
      AND e.valid_to IS NULL
    RETURN e
    LIMIT 1
  }
  RETURN collect(kind) AS kept
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       levels,
       kept,
       head(COLLECT { MATCH (d:DataSet {id: 'data_set'}) RETURN d.tables }) AS tables
