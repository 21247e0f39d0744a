// name: answers/profile
// mode: read
// params: id, kinds, day
// row: ProfileAnswer
// All there was on a day in an area or in any part of it: its record and what was around it, the organisations that covered it, the
// alliances in it, and how many there were of all else, one tally a subject and what it is divided by. All that leads to the parts is
// met once, by type and kind. Of today no day is read of it: in a city it is very much.
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
  WHERE all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
  WITH area, size(links) AS depth, coalesce(head([(area)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), area) AS state
  ORDER BY depth, area.id
  RETURN collect(state {id: area.id, .kind, .name}) AS ancestors
}
CALL () {
  MATCH (kept:Entity)
  USING INDEX kept:Entity(kind, id)
  WHERE kept.kind = 'Post'
    AND kept.id > ''
    AND (coalesce(kept.valid_from <= $day, true) AND coalesce($day < kept.valid_to, true) OR EXISTS { (kept)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
  WITH kept
  LIMIT 1
  RETURN count(kept) = 1 AS is_kept
}
CALL (there, is_kept) {
  MATCH (there)<-[covers:COVERS|WAS_COVERS]-(org:Entity)
  WHERE coalesce(covers.valid_from <= $day, true) AND coalesce($day < covers.valid_to, true)
  CALL (org) {
    MATCH (org)<-[part:PART_OF|WAS_PART_OF]-(post:Entity)<-[holds:HOLDS|WAS_HOLDS]-(holder:Entity)
    WHERE coalesce(part.valid_from <= $day, true) AND coalesce($day < part.valid_to, true)
      AND coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true)
      AND coalesce(head([(post)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), post).role IN ['secretary', 'group_leader', 'household_member']
    WITH post, holder, coalesce(head([(holder)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), holder) AS state
    ORDER BY post.id, holder.id
    RETURN collect(state {id: holder.id, .kind, .name}) AS leaders
  }
  CALL (org) {
    OPTIONAL MATCH (org)-[under:UNDER|WAS_UNDER]->(above:Entity)
    WHERE coalesce(under.valid_from <= $day, true) AND coalesce($day < under.valid_to, true)
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
    WHERE all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
    RETURN part, coalesce(head([(part)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), part).kind AS kind
  }
  RETURN collect(part) AS parts,
         collect(CASE WHEN part <> there THEN kind END) AS part_kinds
}
CALL (parts, is_today) {
  CALL (parts, is_today) {
    WITH parts, is_today
    WHERE is_today
    UNWIND parts AS part
    MATCH (part)<-[link:BORNE_BY|CONTACTS|COVERS|DELEGATED_TO|GRANTED_TO|LOCATED_IN|MOVED_DOWN_TO|POSTED_TO|SERVES]-(e)
    RETURN part, link, e, e AS state
    UNION ALL
    WITH parts, is_today
    WHERE NOT is_today
    UNWIND parts AS part
    MATCH (part)<-[link:BORNE_BY|CONTACTS|COVERS|DELEGATED_TO|GRANTED_TO|LOCATED_IN|MOVED_DOWN_TO|POSTED_TO|SERVES
            |WAS_BORNE_BY|WAS_CONTACTS|WAS_COVERS|WAS_DELEGATED_TO|WAS_GRANTED_TO|WAS_LOCATED_IN|WAS_MOVED_DOWN_TO|WAS_POSTED_TO|WAS_SERVES]-(e:Entity)
    WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true)
    RETURN part, link, e, coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) AS state
  }
  WITH type(link) AS type, e.kind AS kind, collect([e, state, part]) AS links
  RETURN collect({type: replace(type, 'WAS_', ''), kind: kind, links: links}) AS around
}
CALL (around) {
  UNWIND [group IN around WHERE group.type = 'COVERS'] AS covering
  UNWIND covering.links AS link
  RETURN collect(DISTINCT link[0]) AS orgs
}
CALL (orgs, is_today) {
  UNWIND orgs AS org
  MATCH (org)-[leads:LEADS|WAS_LEADS]->(alliance:Entity)
  WHERE coalesce(leads.valid_from <= $day, true) AND coalesce($day < leads.valid_to, true)
  WITH alliance, CASE WHEN is_today THEN alliance ELSE coalesce(head([(alliance)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), alliance) END AS state
  ORDER BY alliance.id
  RETURN collect(alliance) AS led,
         collect(state {id: alliance.id, .kind, .name, .level}) AS alliances
}
CALL (part_kinds, around, orgs, led, alliances, is_today) {
  CALL (part_kinds, around, orgs, led, alliances, is_today) {
    UNWIND part_kinds AS word
    RETURN 'parts' AS subject, word, null AS line, count(*) AS total
    UNION ALL
    UNWIND around AS group
    WITH group, CASE
           WHEN group.type = 'COVERS' THEN 'orgs'
           WHEN group.type IN ['DELEGATED_TO', 'GRANTED_TO'] THEN 'powers'
           WHEN group.type = 'CONTACTS' THEN 'cadres'
           WHEN group.kind = 'GridWorker' THEN 'grid_workers'
           WHEN group.kind = 'Volunteer' THEN 'volunteers'
           WHEN group.kind = 'PoliceRoom' THEN 'police_rooms'
           WHEN group.kind = 'Platform' THEN 'platforms'
           WHEN group.kind IN ['ServiceCentre', 'RedPost', 'Venue'] THEN 'places'
         END AS subject
    WHERE subject IS NOT NULL
    UNWIND group.links AS link
    WITH subject, group.kind AS kind, link[0] AS e, link[1] AS state
    RETURN subject,
           CASE subject
             WHEN 'orgs' THEN state.kind
             WHEN 'cadres' THEN state.rank
             WHEN 'volunteers' THEN state.role
             WHEN 'powers' THEN kind
             WHEN 'places' THEN kind
           END AS word,
           CASE subject WHEN 'places' THEN state.category END AS line,
           count(DISTINCT e) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.kind = 'PoliceStation'] AS serving
    UNWIND serving.links AS link
    UNWIND ['police_stations'] + CASE WHEN link[1].is_lead THEN ['lead_stations'] ELSE [] END AS subject
    RETURN subject, null AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.kind = 'EnforcementResult'] AS located
    UNWIND located.links AS link
    WITH link[1] AS state
    RETURN 'results' AS subject, state.category AS word, state.unit AS line, sum(state.amount) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.type = 'MOVED_DOWN_TO'] AS moved
    UNWIND moved.links AS link
    WITH link[1] AS state
    UNWIND [['units', 1], ['posts', state.posts], ['staff', state.staff]] AS counted
    RETURN 'institutions' AS subject, counted[0] AS word, null AS line, sum(counted[1]) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.type = 'BORNE_BY'] AS borne
    UNWIND borne.links AS link
    WITH link[0] AS duty, link[2] AS town
    WITH duty,
         collect(EXISTS {
           (duty)-[behind:BACKED_BY|WAS_BACKED_BY]->()-[holds:DELEGATED_TO|GRANTED_TO|WAS_DELEGATED_TO|WAS_GRANTED_TO]->(town)
           WHERE coalesce(behind.valid_from <= $day, true) AND coalesce($day < behind.valid_to, true)
             AND coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true)
         }) AS backed
    RETURN 'duties' AS subject,
           CASE WHEN false IN backed THEN 'unbacked' ELSE 'backed' END AS word,
           null AS line,
           count(*) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.kind = 'Officer'] AS posting
    UNWIND posting.links AS link
    WITH link[0] AS posted
    MATCH (posted)-[pairs:PAIRED_WITH|WAS_PAIRED_WITH*0..1]-(officer:Entity)
    WHERE all(link IN pairs WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
      AND (officer = posted OR NOT EXISTS { (officer)-[at:POSTED_TO|SERVES|WAS_POSTED_TO|WAS_SERVES]->() WHERE coalesce(at.valid_from <= $day, true) AND coalesce($day < at.valid_to, true) })
    WITH officer, CASE WHEN is_today THEN officer ELSE coalesce(head([(officer)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), officer) END AS state
    RETURN 'officers' AS subject, state.assignment AS word, state.line AS line, count(DISTINCT officer) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.kind IN ['ServiceCentre', 'RedPost', 'Venue']] AS offering
    UNWIND offering.links AS link
    WITH link[0] AS place
    MATCH (place)-[offers:OFFERS|WAS_OFFERS]->(item:Entity)
    WHERE coalesce(offers.valid_from <= $day, true) AND coalesce($day < offers.valid_to, true)
    RETURN 'items' AS subject, null AS word, null AS line, count(DISTINCT item) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.kind = 'Unit' AND group.type = 'LOCATED_IN'] AS located
    UNWIND located.links AS link
    WITH link[0] AS unit, link[1] AS state
    WHERE state.new_org IS NOT NULL
    WITH state.ought_branch AS ought, EXISTS { (unit)<-[set_up:SET_UP_IN|WAS_SET_UP_IN]-() WHERE coalesce(set_up.valid_from <= $day, true) AND coalesce($day < set_up.valid_to, true) } AS has
    UNWIND ['units'] + CASE WHEN ought THEN ['ought'] ELSE [] END + CASE WHEN has THEN ['have'] ELSE [] END
           + CASE WHEN ought AND NOT has THEN ['lack'] ELSE [] END AS word
    RETURN 'new_orgs' AS subject, word, null AS line, count(*) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.kind = 'Unit' AND group.type = 'LOCATED_IN'] AS located
    UNWIND located.links AS link
    WITH link[0] AS unit
    MATCH (unit)<-[to:DISPATCHED_TO|SET_UP_IN|WAS_DISPATCHED_TO|WAS_SET_UP_IN]-(branch:Entity)
    WHERE coalesce(to.valid_from <= $day, true) AND coalesce($day < to.valid_to, true)
    WITH branch, CASE WHEN is_today THEN branch ELSE coalesce(head([(branch)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), branch) END AS state
    RETURN CASE branch.kind WHEN 'NewOrgBranch' THEN 'new_org_branches' ELSE 'dispatched' END AS subject,
           coalesce(state.mode, state.authority) AS word,
           null AS line,
           count(DISTINCT branch) AS total
    UNION ALL
    UNWIND [group IN around WHERE group.type = 'COVERS' OR group.type <> 'MOVED_DOWN_TO' AND group.kind IN ['PoliceStation', 'Unit']] AS joined
    UNWIND joined.links AS link
    WITH DISTINCT link[0] AS party
    MATCH (party)<-[joins:JOINS|WAS_JOINS]-(pairing:Entity)
    WHERE coalesce(joins.valid_from <= $day, true) AND coalesce($day < joins.valid_to, true)
    WITH DISTINCT pairing
    WITH CASE WHEN is_today THEN pairing ELSE coalesce(head([(pairing)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), pairing) END AS state
    RETURN 'pairings' AS subject, state.category AS word, null AS line, count(*) AS total
    UNION ALL
    UNWIND orgs AS org
    MATCH (org)<-[links:PART_OF|WAS_PART_OF*1..3]-(e:Entity)
    WHERE e.kind IN ['Post', 'StreetOffice']
      AND all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
    WITH e.kind AS kind,
         CASE WHEN is_today THEN e ELSE coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) END AS state,
         CASE
           WHEN is_today THEN EXISTS { (e)<-[:HOLDS]-() }
           ELSE EXISTS { (e)<-[holds:HOLDS|WAS_HOLDS]-() WHERE coalesce(holds.valid_from <= $day, true) AND coalesce($day < holds.valid_to, true) }
         END AS is_held
    WITH kind, state.role AS word, count(*) AS met, count(CASE WHEN NOT is_held THEN 1 END) AS vacant
    UNWIND CASE kind WHEN 'Post' THEN [['posts', met], ['vacancies', vacant]] ELSE [['offices', met]] END AS counted
    RETURN counted[0] AS subject, word, null AS line, counted[1] AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[seat:MEMBER_OF|WAS_MEMBER_OF]-(unit:Entity)
    WHERE coalesce(seat.valid_from <= $day, true) AND coalesce($day < seat.valid_to, true)
    WITH count(*) AS seats, count(DISTINCT unit) AS units
    UNWIND [['memberships', seats], ['member_units', units]] AS pair
    RETURN pair[0] AS subject, null AS word, null AS line, pair[1] AS total
    UNION ALL
    UNWIND led AS alliance
    MATCH (alliance)<-[by:ORGANISED_BY|WAS_ORGANISED_BY]-(activity:Entity)
    WHERE coalesce(by.valid_from <= $day, true) AND coalesce($day < by.valid_to, true)
    WITH CASE WHEN is_today THEN activity ELSE coalesce(head([(activity)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), activity) END AS state
    WITH count(*) AS activities, sum(state.participants) AS participants
    UNWIND [['activities', activities], ['participants', participants]] AS pair
    RETURN pair[0] AS subject, null AS word, null AS line, pair[1] AS total
    UNION ALL
    UNWIND alliances AS alliance
    RETURN 'alliances' AS subject, alliance.level AS word, null AS line, count(*) AS total
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
           head([(start)-[tie:WITHIN|WAS_WITHIN]->(whole) WHERE coalesce(tie.valid_from <= $day, true) AND coalesce($day < tie.valid_to, true) | whole.id]),
           head([(start)-[was:WAS_WITHIN]->(whole) WHERE was.valid_to = start.valid_to AND was.valid_to <= $day | whole.id])
         )} AS area,
       ancestors,
       chain,
       alliances,
       tallies
