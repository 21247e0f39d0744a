// name: alliances/members
// mode: read
// params: id, kinds, transitive, after, after_other, limit, shown, day
// row: StatedMemberships
// The units that sat in an alliance on a day, or also in one it guides: one item a membership, by unit and then alliance; how
// many, and a page of them.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  CALL (start) {
    RETURN start AS alliance
    UNION
    MATCH (start)<-[links:GUIDED_BY|WAS_GUIDED_BY*1..10]-(alliance)
    WHERE $transitive
      AND all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    RETURN alliance
  }
  MATCH (alliance)<-[seat:MEMBER_OF|WAS_MEMBER_OF]-(e:Entity)
  WHERE seat.valid_from <= $day AND coalesce($day < seat.valid_to, true)
  WITH e, seat, alliance.id AS alliance_id
  ORDER BY e.id, alliance_id
  RETURN collect([e, seat, alliance_id]) AS met
}
CALL (met) {
  UNWIND met AS one
  WITH one[0] AS e, one[1] AS seat, one[2] AS alliance_id
  WHERE e.id > $after
     OR (e.id = $after AND alliance_id > $after_other)
  WITH e, seat, alliance_id
  LIMIT $limit
  RETURN collect(e {.id, .kind, .valid_from, .valid_to,
    state: [state IN [coalesce(
      head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
    )] | [key IN $shown | state[key]]][0],
    alliance_id: alliance_id, role: seat.role, member_since: seat.valid_from}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(met) AS total,
       items
