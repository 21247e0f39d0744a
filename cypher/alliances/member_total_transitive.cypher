// name: alliances/member_total_transitive
// mode: read
// params: id
// row: Count
// How many memberships there are in an alliance or in one it guides.
MATCH (:Entity {id: $id})<-[:GUIDED_BY*0..10]-(alliance)<-[membership:MEMBER_OF]-(unit:Unit)
RETURN count(membership) AS total
