// name: search/below
// mode: read
// params: ids, whole, ending, limit
// row: Found
// The areas inside some areas whose terms hold the text given for their kind, by id; first those that also hold the one for
// the whole name.
MATCH (around:Area)
WHERE around.id IN $ids
MATCH (around)<-[:WITHIN*1..20]-(e:Area)
WHERE e.terms CONTAINS $ending[e.kind]
WITH DISTINCT e, e.terms CONTAINS $whole[e.kind] AS is_whole
ORDER BY NOT is_whole, e.id
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
ORDER BY NOT is_whole, id
