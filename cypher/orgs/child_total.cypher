// name: orgs/child_total
// mode: read
// params: id
// row: Count
// How many stand next below.
MATCH (:PartyOrg {id: $id})<-[:UNDER]-(o:PartyOrg)
RETURN count(o) AS total
