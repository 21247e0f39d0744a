// name: search/covering
// mode: read
// params: ids
// row: Found
// The organisations that cover one of some areas, without the member households in them.
MATCH (area:Area)
WHERE area.id IN $ids
MATCH (area)<-[:COVERS]-(org:PartyOrg)
WHERE org.kind <> 'MemberHousehold'
RETURN DISTINCT org.id AS id,
       org.kind AS kind,
       org.name AS name
ORDER BY id
