// name: alliances/of_unit
// mode: read
// params: id, kinds, transitive, after, after_other, limit, shown, day
// row: StatedParticipations
// The alliances a unit sat in on a day, or also those that guide one it sat in: one item an alliance and the one it sat in, by
// alliance and then by that; how many, and a page of them.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)-[seat:MEMBER_OF|WAS_MEMBER_OF]->(via:Entity)
  WHERE seat.valid_from <= $day AND coalesce($day < seat.valid_to, true)
  CALL (via) {
    RETURN via AS e
    UNION
    MATCH (via)-[links:GUIDED_BY|WAS_GUIDED_BY*1..10]->(e)
    WHERE $transitive
      AND all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    RETURN e
  }
  WITH e, seat, via.id AS via_id
  ORDER BY e.id, via_id
  RETURN collect([e, seat, via_id]) AS met
}
CALL (met) {
  UNWIND met AS one
  WITH one[0] AS e, one[1] AS seat, one[2] AS via_id
  WHERE e.id > $after
     OR (e.id = $after AND via_id > $after_other)
  WITH e, seat, via_id
  LIMIT $limit
  RETURN collect(e {.id, .kind, .valid_from, .valid_to,
    state: [state IN [coalesce(
      head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
    )] | [key IN $shown | state[key]]][0],
    lead_id: head([(e)<-[tie:LEADS|WAS_LEADS]-(lead) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | lead.id]),
    via_id: via_id, role: seat.role, member_since: seat.valid_from}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(met) AS total,
       items
