// name: search/units
// mode: read
// params: ids, texts, limit
// row: Found
// The member households in some areas whose terms hold the text given for their kind, by id; after them, of these areas, the
// buildings that have none such.
MATCH (around:Area)
WHERE around.id IN $ids
MATCH (around)<-[:WITHIN*0..20]-(building:Building)
OPTIONAL MATCH (building)<-[:COVERS]-(household:MemberHousehold)
WHERE household.terms CONTAINS $texts[household.kind]
WITH household, CASE WHEN building = around THEN building END AS building
WITH DISTINCT coalesce(household, building) AS e
WHERE e IS NOT NULL
ORDER BY e:Building, e.id
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
ORDER BY e:Building, id
