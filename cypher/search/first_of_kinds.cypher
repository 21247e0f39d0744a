// name: search/first_of_kinds
// mode: read
// params: kinds, needles, without, seen, limit, day
// row: Found
// The first entities of some kinds that stood on a day, kind by kind and in each by id, whose terms hold one of some texts and none
// of others: for texts that very many hold. Terms are those of today: what was called otherwise on the day is none of them.
UNWIND $kinds AS kind
CALL (kind) {
  MATCH (e:Entity)
  USING INDEX e:Entity(kind, id)
  WHERE e.kind = kind
    AND e.id > ''
    AND any(needle IN $needles WHERE e.terms CONTAINS needle)
    AND none(text IN $without WHERE e.terms CONTAINS text)
    AND NOT e.id IN $seen
    AND (e.valid_from <= $day AND coalesce($day < e.valid_to, true) OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
    AND NOT EXISTS {
      (e)-[:HAD]->(version)
      WHERE version.valid_from <= $day AND $day < version.valid_to
        AND (version.kind <> e.kind OR version.name <> e.name OR coalesce(version.code, '') <> coalesce(e.code, ''))
    }
  WITH e
  ORDER BY e.kind, e.id
  LIMIT $limit
  RETURN e
}
WITH e
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
