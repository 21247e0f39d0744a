// name: search/below
// mode: read
// params: ids, whole, ending, limit, day
// row: Found
// The areas inside some areas on a day whose terms hold the text given for their kind, by id; first those that also hold the one
// for the whole name. Terms are those of today: an area that was called otherwise on the day is none of them.
MATCH (around:Entity)
WHERE around.id IN $ids
MATCH (around)<-[links:WITHIN|WAS_WITHIN*1..20]-(e:Entity)
WHERE e.terms CONTAINS $ending[e.kind]
  AND all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  AND (e.valid_from <= $day AND coalesce($day < e.valid_to, true) OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
  AND NOT EXISTS {
    (e)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
      AND (version.kind <> e.kind OR version.name <> e.name OR coalesce(version.code, '') <> coalesce(e.code, ''))
  }
WITH DISTINCT e, e.terms CONTAINS $whole[e.kind] AS is_whole
ORDER BY NOT is_whole, e.id
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
ORDER BY NOT is_whole, id
