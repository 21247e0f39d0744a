// name: answers/profile
// mode: read
// params: id, kinds
// row: ProfileAnswer
// All there is in an area or in any part of it: its record and what is around it, the organisations that cover it, the
// alliances in it, and how many there are of all else, one tally a subject and what it is divided by.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH way = (start)-[:WITHIN*1..20]->(area:Area)
  WITH area
  ORDER BY length(way), area.id
  RETURN collect(area {.id, .kind, .name}) AS ancestors
}
CALL () {
  MATCH (kept:Entity)
  USING INDEX kept:Entity(kind, id)
  WHERE kept.kind = 'Post'
    AND kept.id > ''
    AND kept.valid_to IS NULL
  WITH kept
  LIMIT 1
  RETURN count(kept) = 1 AS is_kept
}
CALL (start, is_kept) {
  MATCH (start)<-[:COVERS]-(org:PartyOrg)
  CALL (org) {
    MATCH (org)<-[:PART_OF]-(post:Post)<-[:HOLDS]-(holder)
    WHERE post.role IN ['secretary', 'group_leader', 'household_member']
    WITH holder
    ORDER BY post.id, holder.id
    RETURN collect(holder {.id, .kind, .name}) AS leaders
  }
  WITH org, leaders, is_kept
  ORDER BY org.id
  RETURN collect(org {.id, .kind, .name, .tier, .title, .members, .last_election, .next_election,
    superior: head([(org)-[:UNDER]->(superior) | superior {.id, .kind, .name}]),
    secretary: leaders[0],
    vacant: size(leaders) = 0 AND is_kept}) AS chain
}
CALL (start) {
  MATCH (start)<-[:WITHIN*0..20]-(part:Area)
  RETURN collect(part) AS parts
}
WITH *,
     [part IN parts WHERE part:Town] AS towns,
     [part IN parts WHERE part:Neighbourhood] AS neighbourhoods,
     [part IN parts WHERE part:Grid] AS grids
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)<-[:COVERS]-(org:PartyOrg)
  RETURN collect(DISTINCT org) AS orgs
}
CALL (orgs) {
  UNWIND orgs AS org
  MATCH (org)-[:LEADS]->(alliance)
  WITH alliance
  ORDER BY alliance.id
  RETURN collect(alliance) AS led
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)<-[:LOCATED_IN]-(there)
  RETURN collect(there) AS located
}
CALL (start, parts, towns, neighbourhoods, grids, orgs, led, located) {
  CALL (start, parts, towns, neighbourhoods, grids, orgs, led, located) {
    UNWIND parts AS part
    WITH part
    WHERE part <> start
    RETURN 'parts' AS subject, part.kind AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND orgs AS org
    RETURN 'orgs' AS subject, org.kind AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND led AS alliance
    RETURN 'alliances' AS subject, alliance.level AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[seat:MEMBER_OF]-(:Unit)
    RETURN 'memberships' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[:MEMBER_OF]-(unit:Unit)
    RETURN 'member_units' AS subject, null AS word, null AS line, count(DISTINCT unit) AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[:ORGANISED_BY]-(activity:Activity)
    RETURN 'activities' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[:ORGANISED_BY]-(activity:Activity)
    RETURN 'participants' AS subject, null AS word, null AS line, sum(activity.participants) AS total
    UNION ALL
    UNWIND orgs AS org
    MATCH (org)<-[:PART_OF*1..3]-(post:Post)
    RETURN 'posts' AS subject, post.role AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND orgs AS org
    MATCH (org)<-[:PART_OF*1..3]-(post:Post)
    WHERE NOT EXISTS { (post)<-[:HOLDS]-() }
    RETURN 'vacancies' AS subject, post.role AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[:CONTACTS]-(cadre:Cadre)
    RETURN 'cadres' AS subject, cadre.rank AS word, null AS line, count(DISTINCT cadre) AS total
    UNION ALL
    UNWIND grids AS grid
    MATCH (grid)<-[:SERVES]-(worker:GridWorker)
    RETURN 'grid_workers' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns + neighbourhoods + grids AS place
    MATCH (place)<-[:POSTED_TO|SERVES]-(posted:Officer)-[:PAIRED_WITH*0..1]-(officer:Officer)
    WHERE officer = posted
       OR NOT EXISTS { (officer)-[:POSTED_TO|SERVES]->() }
    RETURN 'officers' AS subject, officer.assignment AS word, officer.line AS line, count(DISTINCT officer) AS total
    UNION ALL
    UNWIND grids AS grid
    MATCH (grid)<-[:SERVES]-(volunteer:Volunteer)
    RETURN 'volunteers' AS subject, volunteer.role AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND neighbourhoods AS place
    MATCH (place)<-[:SERVES]-(room:PoliceRoom)
    RETURN 'police_rooms' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[:SERVES]-(station:PoliceStation)
    RETURN 'police_stations' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[:SERVES]-(station:PoliceStation {is_lead: true})
    RETURN 'lead_stations' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[:SERVES]-(platform:Platform)
    RETURN 'platforms' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND orgs AS org
    MATCH (org)<-[:PART_OF]-(office:StreetOffice)
    RETURN 'offices' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[:DELEGATED_TO|GRANTED_TO]-(power)
    RETURN 'powers' AS subject, power.kind AS word, null AS line, count(DISTINCT power) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[:BORNE_BY]-(duty:Duty)
    WITH duty,
         collect(EXISTS { (duty)-[:BACKED_BY]->()-[:DELEGATED_TO|GRANTED_TO]->(town) }) AS backed
    RETURN 'duties' AS subject,
           CASE WHEN false IN backed THEN 'unbacked' ELSE 'backed' END AS word,
           null AS line,
           count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[:MOVED_DOWN_TO]-(unit:Unit)
    UNWIND [['units', 1], ['posts', unit.posts], ['staff', unit.staff]] AS one
    RETURN 'institutions' AS subject, one[0] AS word, null AS line, sum(one[1]) AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[:SERVES]-(place:ServiceCentre|RedPost)
    RETURN 'places' AS subject, place.kind AS word, place.category AS line, count(*) AS total
    UNION ALL
    UNWIND located AS place
    WITH place
    WHERE place:Venue
    RETURN 'places' AS subject, place.kind AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[:SERVES|LOCATED_IN]-()-[:OFFERS]->(item:ServiceItem)
    RETURN 'items' AS subject, null AS word, null AS line, count(DISTINCT item) AS total
    UNION ALL
    UNWIND located AS unit
    WITH unit
    WHERE unit:Unit
      AND unit.new_org IS NOT NULL
    WITH unit,
         EXISTS { (unit)<-[:SET_UP_IN]-() } AS has
    UNWIND ['units'] + CASE WHEN unit.ought_branch THEN ['ought'] ELSE [] END + CASE WHEN has THEN ['have'] ELSE [] END
           + CASE WHEN unit.ought_branch AND NOT has THEN ['lack'] ELSE [] END AS word
    RETURN 'new_orgs' AS subject, word, null AS line, count(*) AS total
    UNION ALL
    UNWIND located AS unit
    MATCH (unit)<-[:SET_UP_IN]-(branch:NewOrgBranch)
    RETURN 'new_org_branches' AS subject, branch.mode AS word, null AS line, count(DISTINCT branch) AS total
    UNION ALL
    UNWIND located AS unit
    MATCH (unit)<-[:DISPATCHED_TO]-(branch:DispatchedBranch)
    RETURN 'dispatched' AS subject, branch.authority AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[:COVERS|LOCATED_IN|SERVES]-()<-[:JOINS]-(pairing:Pairing)
    WITH DISTINCT pairing
    RETURN 'pairings' AS subject, pairing.category AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND located AS result
    WITH result
    WHERE result:EnforcementResult
    RETURN 'results' AS subject, result.category AS word, result.unit AS line, sum(result.amount) AS total
  }
  WITH subject, word, line, total
  ORDER BY subject, word, line
  RETURN collect({subject: subject, word: word, line: line, total: total}) AS tallies
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       start {.id, .kind, .name, .valid_from, .valid_to, .source, .code, .category,
         parent_id: coalesce(
           head([(start)-[:WITHIN]->(whole) | whole.id]),
           head([(start)-[was:WAS_WITHIN]->(whole) WHERE was.valid_to = start.valid_to | whole.id])
         )} AS area,
       ancestors,
       chain,
       [alliance IN led | alliance {.id, .kind, .name, .level}] AS alliances,
       tallies
