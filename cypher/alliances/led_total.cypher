// name: alliances/led_total
// mode: read
// params: id
// row: Count
// How many alliances and leading groups an organisation leads.
MATCH (:PartyOrg {id: $id})-[leads:LEADS]->()
RETURN count(leads) AS total
