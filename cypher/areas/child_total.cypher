// name: areas/child_total
// mode: read
// params: id
// row: Count
// How many stand next below.
MATCH (:Area {id: $id})<-[:WITHIN]-(a:Area)
RETURN count(a) AS total
