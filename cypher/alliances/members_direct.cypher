// name: alliances/members_direct
// mode: read
// params: id, after_unit, after_alliance, limit
// row: MembershipPage
// The units that sit in an alliance, a page by unit.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN ['Alliance', 'LeadingGroup']
CALL (start) {
  MATCH (start)<-[membership:MEMBER_OF]-(unit:Unit)
  RETURN count(membership) AS total
}
CALL (start) {
  MATCH (start)<-[membership:MEMBER_OF]-(unit:Unit)
  WHERE unit.id > $after_unit
     OR (unit.id = $after_unit AND start.id > $after_alliance)
  WITH unit, membership, start.id AS alliance_id
  ORDER BY unit.id, alliance_id
  LIMIT $limit
  RETURN collect(unit {.id, .kind, .name, .valid_from, .valid_to, .source, .category, .line,
    alliance_id: alliance_id,
    role: membership.role,
    member_since: membership.valid_from}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items
