// name: units/participation_total
// mode: read
// params: id
// row: Count
// How many alliances a unit sits in.
MATCH (:Unit {id: $id})-[membership:MEMBER_OF]->(:Alliance)
RETURN count(membership) AS total
