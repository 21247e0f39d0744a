// name: alliances/members_direct
// mode: read
// params: id, after_unit, after_alliance, limit
// row: Membership
// The units that sit in an alliance, by unit.
MATCH (alliance:Entity {id: $id})<-[membership:MEMBER_OF]-(unit:Unit)
WHERE unit.id > $after_unit
   OR (unit.id = $after_unit AND alliance.id > $after_alliance)
RETURN unit.id AS id,
       unit.kind AS kind,
       unit.name AS name,
       unit.valid_from AS valid_from,
       unit.valid_to AS valid_to,
       unit.source AS source,
       unit.category AS category,
       unit.line AS line,
       alliance.id AS alliance_id,
       membership.role AS role,
       membership.valid_from AS member_since
ORDER BY id, alliance_id
LIMIT $limit
