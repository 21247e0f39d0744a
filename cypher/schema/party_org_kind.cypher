// name: schema/party_org_kind
// mode: schema
// params: none
// row: none
// Serves the pages of one kind in the order of its ids.
CREATE INDEX party_org_kind IF NOT EXISTS
FOR (n:PartyOrg)
ON (n.kind, n.id)
