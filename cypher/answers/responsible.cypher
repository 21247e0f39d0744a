// name: answers/responsible
// mode: read
// params: id, kinds, needed, day
// row: ResponsibilityLevels
// Who answered on a day for an area and for each one around it, nearest first: a way from the area to each, by what it is asked as.
// A post is shown with whoever held it, and one that nobody held by itself. Of an organisation with a leading post that
// nobody held, or without any, come those who held the posts above it. Which of the kinds needed the graph had is said
// too, and which kinds the city has by its tables. A relationship that is closed is told by the type it had. Of today no day is
// read: to read those of each way takes a quarter longer.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
  AND (coalesce(start.valid_from <= $day, true) OR EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
WITH *, CASE
  WHEN coalesce(start.valid_from <= $day, true) AND coalesce($day < start.valid_to, true) THEN start
  WHEN EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to } THEN start
END AS there, $day = date('9999-12-31') AS is_today
CALL (there, is_today) {
  WITH there, is_today
  WHERE is_today
  CALL (there) {
    MATCH way = (there)-[:WITHIN*0..20]->(area:Area)
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
  RETURN levels
  UNION ALL
  WITH there, is_today
  WHERE NOT is_today
  CALL (there) {
    MATCH (there)-[links:WITHIN|WAS_WITHIN*0..20]->(area:Entity)
    WHERE all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
    WITH area, size(links) AS depth
    CALL (area) {
      CALL (area) {
        MATCH way = (area)<-[:COVERS|WAS_COVERS]-()
        WHERE all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
        RETURN 'organisation' AS role, way
        UNION ALL
        MATCH way = (area)<-[:COVERS|WAS_COVERS]-()<-[:PART_OF|WAS_PART_OF]-(post:Entity)<-[:HOLDS|WAS_HOLDS*0..1]-()
        WHERE all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
          AND (length(way) = 3 OR NOT EXISTS { (post)<-[holds:HOLDS|WAS_HOLDS]-() WHERE coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true) })
        WITH way, coalesce(head([(post)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), post) AS state
        WHERE state.role IN ['secretary', 'deputy_secretary', 'group_leader', 'household_member']
        RETURN state.role AS role, way
        UNION ALL
        MATCH (area)<-[covers:COVERS|WAS_COVERS]-(org:Entity)
        WHERE coalesce(covers.valid_from <= $day, true) AND coalesce($day < covers.valid_to, true)
        CALL (org) {
          MATCH (org)<-[part:PART_OF|WAS_PART_OF]-(post:Entity)
          WHERE coalesce(part.valid_from <= $day, true) AND coalesce($day < part.valid_to, true)
            AND coalesce(head([(post)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), post).role IN ['secretary', 'group_leader', 'household_member']
          RETURN collect(EXISTS { (post)<-[holds:HOLDS|WAS_HOLDS]-() WHERE coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true) }) AS held
        }
        WITH *
        WHERE size(held) = 0
           OR false IN held
        MATCH way = (area)<-[:COVERS|WAS_COVERS]-(org)-[:UNDER|WAS_UNDER*1..20]->()<-[:PART_OF|WAS_PART_OF]-(post:Entity)<-[:HOLDS|WAS_HOLDS]-()
        WHERE all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
          AND coalesce(head([(post)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), post).role IN ['secretary', 'group_leader']
        RETURN 'superior' AS role, way
        UNION ALL
        MATCH way = (area)<-[:COVERS|WAS_COVERS]-(org:Entity)-[:UNDER|WAS_UNDER]->(above:Entity)
        WHERE all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
          AND coalesce(head([(org)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), org).kind = 'GridGroup'
          AND coalesce(head([(above)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), above).kind = 'GridBranch'
        RETURN 'group_branch' AS role, way
        UNION ALL
        MATCH way = (area)<-[:CONTACTS|POSTED_TO|SERVES|WAS_CONTACTS|WAS_POSTED_TO|WAS_SERVES]-(e:Entity)
        WHERE e.kind IN ['Cadre', 'GridWorker', 'Officer', 'PoliceRoom', 'PoliceStation']
          AND all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
        WITH way, coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) AS state
        RETURN CASE state.kind
                 WHEN 'Cadre' THEN 'cadre'
                 WHEN 'GridWorker' THEN 'grid_worker'
                 WHEN 'Officer' THEN state.assignment
                 WHEN 'PoliceRoom' THEN 'police_room'
                 WHEN 'PoliceStation' THEN CASE WHEN state.is_lead THEN 'lead_station' ELSE 'police_station' END
               END AS role,
               way
        UNION ALL
        MATCH way = (area)<-[:POSTED_TO|SERVES|WAS_POSTED_TO|WAS_SERVES]-(:Entity)-[:PAIRED_WITH|WAS_PAIRED_WITH]-(officer:Entity)
        WHERE all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
          AND NOT EXISTS { (officer)-[at:POSTED_TO|SERVES|WAS_POSTED_TO|WAS_SERVES]->() WHERE coalesce(at.valid_from <= $day, true) AND coalesce($day < at.valid_to, true) }
        RETURN coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer).assignment AS role, way
        UNION ALL
        MATCH way = (area)<-[:COVERS|WAS_COVERS]-()-[:LEADS|WAS_LEADS]->(group:Entity)
        WHERE all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
          AND coalesce(head([(group)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), group).kind = 'LeadingGroup'
        RETURN 'leading_group' AS role, way
        UNION ALL
        MATCH way = (area)<-[:COVERS|WAS_COVERS]-()<-[:PART_OF|WAS_PART_OF]-(committee:Entity)
        WHERE committee.kind = 'Committee'
          AND all(link IN relationships(way) WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
        RETURN 'committee' AS role, way
      }
      WITH role,
           [node IN nodes(way) | [state IN [coalesce(
             head([(node)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), node
           )] | state {id: node.id, .kind, .name, .title, .line}][0]] AS nodes,
           [link IN relationships(way) | {source: startNode(link).id, target: endNode(link).id, type: replace(type(link), 'WAS_', '')}] AS links
      ORDER BY role, nodes[-1].id
      RETURN collect({role: role, nodes: nodes, links: links}) AS claims
    }
    WITH area, depth, claims, coalesce(head([(area)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), area) AS state
    ORDER BY depth
    RETURN collect({area: state {id: area.id, .kind, .name}, claims: claims}) AS levels
  }
  RETURN levels
}
CALL () {
  UNWIND $needed AS kind
  CALL (kind) {
    MATCH (e:Entity)
    WHERE e.kind = kind
      AND e.id > ''
      AND (coalesce(e.valid_from <= $day, true) AND coalesce($day < e.valid_to, true) OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
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
