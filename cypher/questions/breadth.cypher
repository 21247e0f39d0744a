// name: questions/breadth
// mode: read
// params: id, most
// row: Count
// How many stand below an organisation or lie in an area, counted no further than is asked; 0 for anything else.
OPTIONAL MATCH (:Entity {id: $id})<-[:UNDER|WITHIN*1..20]-(below:Entity)
WITH below
LIMIT $most
RETURN count(below) AS total
