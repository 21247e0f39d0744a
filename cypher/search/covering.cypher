// name: search/covering
// mode: read
// params: ids, day
// row: Found
// The organisations that covered one of some areas on a day, without the member households in them.
MATCH (area:Entity)
WHERE area.id IN $ids
MATCH (area)<-[covers:COVERS|WAS_COVERS]-(org:Entity)
WHERE covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
WITH DISTINCT org, coalesce(head([(org)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), org) AS state
WHERE state.kind <> 'MemberHousehold'
RETURN org.id AS id,
       state.kind AS kind,
       state.name AS name
ORDER BY id
