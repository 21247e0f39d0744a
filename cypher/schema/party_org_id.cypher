// name: schema/party_org_id
// mode: schema
// params: none
// row: none
// Serves the pages of a list in the order of its ids.
CREATE INDEX party_org_id IF NOT EXISTS
FOR (n:PartyOrg)
ON (n.id)
