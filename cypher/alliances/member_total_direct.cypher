// name: alliances/member_total_direct
// mode: read
// params: id
// row: Count
// How many memberships there are in an alliance.
MATCH (alliance:Entity {id: $id})<-[membership:MEMBER_OF]-(unit:Unit)
RETURN count(membership) AS total
