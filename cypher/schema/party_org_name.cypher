// name: schema/party_org_name
// mode: schema
// params: none
// row: none
// Finds by a part of the name.
CREATE TEXT INDEX party_org_name IF NOT EXISTS
FOR (n:PartyOrg)
ON (n.name)
