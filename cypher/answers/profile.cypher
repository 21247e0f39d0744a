// name: answers/profile
// mode: read
// params: id, kinds, day
// row: ProfileAnswer
// All there was on a day in an area or in any part of it: its record and what was around it, the organisations that covered it, the
// alliances in it, and how many there were of all else, one tally a subject and what it is divided by. Of today no day is read of what
// the parts hang by: those of a city are very many.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
  AND (coalesce(start.valid_from <= $day, true) OR EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
WITH *, CASE
  WHEN coalesce(start.valid_from <= $day, true) AND coalesce($day < start.valid_to, true) THEN start
  WHEN EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to } THEN start
END AS there, $day = date('9999-12-31') AS is_today
CALL (there) {
  MATCH (there)-[links:WITHIN|WAS_WITHIN*1..20]->(area:Entity)
  WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH area, size(links) AS depth, coalesce(head([(area)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), area) AS state
  ORDER BY depth, area.id
  RETURN collect(state {id: area.id, .kind, .name}) AS ancestors
}
CALL () {
  MATCH (kept:Entity)
  USING INDEX kept:Entity(kind, id)
  WHERE kept.kind = 'Post'
    AND kept.id > ''
    AND (kept.valid_from <= $day AND coalesce($day < kept.valid_to, true) OR EXISTS { (kept)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
  WITH kept
  LIMIT 1
  RETURN count(kept) = 1 AS is_kept
}
CALL (there, is_kept) {
  MATCH (there)<-[covers:COVERS|WAS_COVERS]-(org:Entity)
  WHERE covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
  CALL (org) {
    MATCH (org)<-[part:PART_OF|WAS_PART_OF]-(post:Entity)<-[holds:HOLDS|WAS_HOLDS]-(holder:Entity)
    WHERE part.valid_from <= $day AND coalesce($day < part.valid_to, true)
      AND holds.valid_from <= $day AND coalesce($day < holds.valid_to, true)
      AND coalesce(head([(post)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), post).role IN ['secretary', 'group_leader', 'household_member']
    WITH post, holder, coalesce(head([(holder)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), holder) AS state
    ORDER BY post.id, holder.id
    RETURN collect(state {id: holder.id, .kind, .name}) AS leaders
  }
  CALL (org) {
    OPTIONAL MATCH (org)-[under:UNDER|WAS_UNDER]->(above:Entity)
    WHERE under.valid_from <= $day AND coalesce($day < under.valid_to, true)
    WITH above, coalesce(head([(above)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), above) AS state
    LIMIT 1
    RETURN state {id: above.id, .kind, .name} AS superior
  }
  WITH org, leaders, superior, is_kept, coalesce(head([(org)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), org) AS state
  ORDER BY org.id
  RETURN collect(state {id: org.id, .kind, .name, .tier, .title, .members, .last_election, .next_election,
    superior: superior,
    secretary: leaders[0],
    vacant: size(leaders) = 0 AND is_kept}) AS chain
}
CALL (there, is_today) {
  CALL (there, is_today) {
    WITH there, is_today
    WHERE is_today
    MATCH (there)<-[:WITHIN*0..20]-(part:Area)
    RETURN part, part.kind AS kind
    UNION ALL
    WITH there, is_today
    WHERE NOT is_today
    MATCH (there)<-[links:WITHIN|WAS_WITHIN*0..20]-(part:Entity)
    WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    RETURN part, coalesce(head([(part)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), part).kind AS kind
  }
  RETURN collect(part) AS parts,
         collect(CASE WHEN part <> there THEN kind END) AS part_kinds,
         collect(CASE kind WHEN 'Town' THEN part END) AS towns,
         collect(CASE kind WHEN 'Neighbourhood' THEN part END) AS neighbourhoods,
         collect(CASE kind WHEN 'Grid' THEN part END) AS grids
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)<-[covers:COVERS|WAS_COVERS]-(org:Entity)
  WHERE covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
  RETURN collect(DISTINCT org) AS orgs
}
CALL (orgs) {
  UNWIND orgs AS org
  MATCH (org)-[leads:LEADS|WAS_LEADS]->(alliance:Entity)
  WHERE leads.valid_from <= $day AND coalesce($day < leads.valid_to, true)
  WITH alliance, coalesce(head([(alliance)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), alliance) AS state
  ORDER BY alliance.id
  RETURN collect(alliance) AS led,
         collect(state {id: alliance.id, .kind, .name, .level}) AS alliances
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)<-[at:LOCATED_IN|WAS_LOCATED_IN]-(e:Entity)
  WHERE at.valid_from <= $day AND coalesce($day < at.valid_to, true)
  OPTIONAL MATCH (e)-[:HAD]->(version)
  WHERE version.valid_from <= $day AND $day < version.valid_to
  RETURN collect([e, coalesce(version, e)]) AS located
}
CALL (part_kinds, parts, towns, neighbourhoods, grids, orgs, led, alliances, located) {
  CALL (part_kinds, parts, towns, neighbourhoods, grids, orgs, led, alliances, located) {
    UNWIND part_kinds AS word
    RETURN 'parts' AS subject, word, null AS line, count(*) AS total
    UNION ALL
    UNWIND orgs AS org
    OPTIONAL MATCH (org)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    RETURN 'orgs' AS subject, coalesce(version, org).kind AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND alliances AS alliance
    RETURN 'alliances' AS subject, alliance.level AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[seat:MEMBER_OF|WAS_MEMBER_OF]-(unit:Entity)
    WHERE seat.valid_from <= $day AND coalesce($day < seat.valid_to, true)
    WITH count(*) AS seats, count(DISTINCT unit) AS units
    UNWIND [['memberships', seats], ['member_units', units]] AS pair
    RETURN pair[0] AS subject, null AS word, null AS line, pair[1] AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[by:ORGANISED_BY|WAS_ORGANISED_BY]-(activity:Entity)
    WHERE by.valid_from <= $day AND coalesce($day < by.valid_to, true)
    OPTIONAL MATCH (activity)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    WITH count(*) AS activities, sum(coalesce(version, activity).participants) AS participants
    UNWIND [['activities', activities], ['participants', participants]] AS pair
    RETURN pair[0] AS subject, null AS word, null AS line, pair[1] AS total
    UNION ALL
    UNWIND orgs AS org
    MATCH (org)<-[links:PART_OF|WAS_PART_OF*1..3]-(post:Entity)
    WHERE post.kind = 'Post'
      AND all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    OPTIONAL MATCH (post)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    WITH coalesce(version, post).role AS word, EXISTS { (post)<-[holds:HOLDS|WAS_HOLDS]-() WHERE holds.valid_from <= $day AND coalesce($day < holds.valid_to, true) } AS is_held
    WITH word, count(*) AS posts, count(CASE WHEN NOT is_held THEN 1 END) AS vacant
    UNWIND [['posts', posts], ['vacancies', vacant]] AS pair
    RETURN pair[0] AS subject, word, null AS line, pair[1] AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[contacts:CONTACTS|WAS_CONTACTS]-(cadre:Entity)
    WHERE contacts.valid_from <= $day AND coalesce($day < contacts.valid_to, true)
    OPTIONAL MATCH (cadre)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    RETURN 'cadres' AS subject, coalesce(version, cadre).rank AS word, null AS line, count(DISTINCT cadre) AS total
    UNION ALL
    UNWIND grids AS grid
    MATCH (grid)<-[serves:SERVES|WAS_SERVES]-(worker:Entity)
    WHERE worker.kind = 'GridWorker'
      AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
    RETURN 'grid_workers' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns + neighbourhoods + grids AS place
    MATCH (place)<-[posts:POSTED_TO|SERVES|WAS_POSTED_TO|WAS_SERVES]-(posted:Entity)
    WHERE posted.kind = 'Officer'
      AND posts.valid_from <= $day AND coalesce($day < posts.valid_to, true)
    MATCH (posted)-[pairs:PAIRED_WITH|WAS_PAIRED_WITH*0..1]-(officer:Entity)
    WHERE all(pair IN pairs WHERE pair.valid_from <= $day AND coalesce($day < pair.valid_to, true))
      AND (officer = posted OR NOT EXISTS { (officer)-[at:POSTED_TO|SERVES|WAS_POSTED_TO|WAS_SERVES]->() WHERE at.valid_from <= $day AND coalesce($day < at.valid_to, true) })
    OPTIONAL MATCH (officer)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    WITH officer, coalesce(version, officer) AS state
    RETURN 'officers' AS subject, state.assignment AS word, state.line AS line, count(DISTINCT officer) AS total
    UNION ALL
    UNWIND grids AS grid
    MATCH (grid)<-[serves:SERVES|WAS_SERVES]-(volunteer:Entity)
    WHERE volunteer.kind = 'Volunteer'
      AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
    OPTIONAL MATCH (volunteer)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    RETURN 'volunteers' AS subject, coalesce(version, volunteer).role AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND neighbourhoods AS place
    MATCH (place)<-[serves:SERVES|WAS_SERVES]-(room:Entity)
    WHERE room.kind = 'PoliceRoom'
      AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
    RETURN 'police_rooms' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[serves:SERVES|WAS_SERVES]-(station:Entity)
    WHERE station.kind = 'PoliceStation'
      AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
    OPTIONAL MATCH (station)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    WITH count(*) AS stations, count(CASE WHEN coalesce(version, station).is_lead THEN 1 END) AS leading
    UNWIND [['police_stations', stations], ['lead_stations', leading]] AS pair
    RETURN pair[0] AS subject, null AS word, null AS line, pair[1] AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[serves:SERVES|WAS_SERVES]-(platform:Entity)
    WHERE platform.kind = 'Platform'
      AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
    RETURN 'platforms' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND orgs AS org
    MATCH (org)<-[part:PART_OF|WAS_PART_OF]-(office:Entity)
    WHERE office.kind = 'StreetOffice'
      AND part.valid_from <= $day AND coalesce($day < part.valid_to, true)
    RETURN 'offices' AS subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[holds:DELEGATED_TO|GRANTED_TO|WAS_DELEGATED_TO|WAS_GRANTED_TO]-(power:Entity)
    WHERE holds.valid_from <= $day AND coalesce($day < holds.valid_to, true)
    RETURN 'powers' AS subject, power.kind AS word, null AS line, count(DISTINCT power) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[bears:BORNE_BY|WAS_BORNE_BY]-(duty:Entity)
    WHERE bears.valid_from <= $day AND coalesce($day < bears.valid_to, true)
    WITH duty,
         collect(EXISTS {
           (duty)-[behind:BACKED_BY|WAS_BACKED_BY]->()-[holds:DELEGATED_TO|GRANTED_TO|WAS_DELEGATED_TO|WAS_GRANTED_TO]->(town)
           WHERE behind.valid_from <= $day AND coalesce($day < behind.valid_to, true)
             AND holds.valid_from <= $day AND coalesce($day < holds.valid_to, true)
         }) AS backed
    RETURN 'duties' AS subject,
           CASE WHEN false IN backed THEN 'unbacked' ELSE 'backed' END AS word,
           null AS line,
           count(*) AS total
    UNION ALL
    UNWIND towns AS town
    MATCH (town)<-[moved:MOVED_DOWN_TO|WAS_MOVED_DOWN_TO]-(unit:Entity)
    WHERE moved.valid_from <= $day AND coalesce($day < moved.valid_to, true)
    OPTIONAL MATCH (unit)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    WITH coalesce(version, unit) AS state
    UNWIND [['units', 1], ['posts', state.posts], ['staff', state.staff]] AS pair
    RETURN 'institutions' AS subject, pair[0] AS word, null AS line, sum(pair[1]) AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[serves:SERVES|WAS_SERVES]-(place:Entity)
    WHERE place.kind IN ['ServiceCentre', 'RedPost']
      AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
    OPTIONAL MATCH (place)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    RETURN 'places' AS subject, place.kind AS word, coalesce(version, place).category AS line, count(*) AS total
    UNION ALL
    UNWIND located AS pair
    WITH pair[0] AS place
    WHERE place.kind = 'Venue'
    RETURN 'places' AS subject, place.kind AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[at:SERVES|LOCATED_IN|WAS_SERVES|WAS_LOCATED_IN]-()-[offers:OFFERS|WAS_OFFERS]->(item:Entity)
    WHERE at.valid_from <= $day AND coalesce($day < at.valid_to, true)
      AND offers.valid_from <= $day AND coalesce($day < offers.valid_to, true)
    RETURN 'items' AS subject, null AS word, null AS line, count(DISTINCT item) AS total
    UNION ALL
    UNWIND located AS pair
    WITH pair[0] AS unit, pair[1] AS state
    WHERE unit.kind = 'Unit'
      AND state.new_org IS NOT NULL
    WITH state.ought_branch AS ought, EXISTS { (unit)<-[set_up:SET_UP_IN|WAS_SET_UP_IN]-() WHERE set_up.valid_from <= $day AND coalesce($day < set_up.valid_to, true) } AS has
    UNWIND ['units'] + CASE WHEN ought THEN ['ought'] ELSE [] END + CASE WHEN has THEN ['have'] ELSE [] END
           + CASE WHEN ought AND NOT has THEN ['lack'] ELSE [] END AS word
    RETURN 'new_orgs' AS subject, word, null AS line, count(*) AS total
    UNION ALL
    UNWIND located AS pair
    WITH pair[0] AS unit
    MATCH (unit)<-[set_up:SET_UP_IN|WAS_SET_UP_IN]-(branch:Entity)
    WHERE set_up.valid_from <= $day AND coalesce($day < set_up.valid_to, true)
    OPTIONAL MATCH (branch)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    RETURN 'new_org_branches' AS subject, coalesce(version, branch).mode AS word, null AS line, count(DISTINCT branch) AS total
    UNION ALL
    UNWIND located AS pair
    WITH pair[0] AS unit
    MATCH (unit)<-[dispatched:DISPATCHED_TO|WAS_DISPATCHED_TO]-(branch:Entity)
    WHERE dispatched.valid_from <= $day AND coalesce($day < dispatched.valid_to, true)
    OPTIONAL MATCH (branch)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    RETURN 'dispatched' AS subject, coalesce(version, branch).authority AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND parts AS part
    MATCH (part)<-[at:COVERS|LOCATED_IN|SERVES|WAS_COVERS|WAS_LOCATED_IN|WAS_SERVES]-()<-[joins:JOINS|WAS_JOINS]-(pairing:Entity)
    WHERE at.valid_from <= $day AND coalesce($day < at.valid_to, true)
      AND joins.valid_from <= $day AND coalesce($day < joins.valid_to, true)
    WITH DISTINCT pairing
    OPTIONAL MATCH (pairing)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
    RETURN 'pairings' AS subject, coalesce(version, pairing).category AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND located AS pair
    WITH pair[0] AS result, pair[1] AS state
    WHERE result.kind = 'EnforcementResult'
    RETURN 'results' AS subject, state.category AS word, state.unit AS line, sum(state.amount) AS total
  }
  WITH subject, word, line, total
  ORDER BY subject, word, line
  RETURN collect({subject: subject, word: word, line: line, total: total}) AS tallies
}
WITH *, coalesce(head([(start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), start) AS state
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       state {id: start.id, .kind, .name, valid_from: start.valid_from, valid_to: start.valid_to, .source, .code, .category,
         parent_id: coalesce(
           head([(start)-[tie:WITHIN|WAS_WITHIN]->(whole) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | whole.id]),
           head([(start)-[was:WAS_WITHIN]->(whole) WHERE was.valid_to = start.valid_to AND was.valid_to <= $day | whole.id])
         )} AS area,
       ancestors,
       chain,
       alliances,
       tallies
