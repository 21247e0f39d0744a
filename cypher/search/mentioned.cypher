// name: search/mentioned
// mode: read
// params: begins, kinds, limit, day
// row: Found
// Areas of some kinds that stood on a day, whose terms hold one of some beginnings of names; of a beginning at most so many. Terms
// are those of today: what was called otherwise on the day is none of them.
UNWIND $begins AS begin
CALL (begin) {
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS begin
    AND e.kind IN $kinds
    AND (e.valid_from <= $day AND coalesce($day < e.valid_to, true) OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
    AND NOT EXISTS {
      (e)-[:HAD]->(version)
      WHERE version.valid_from <= $day AND $day < version.valid_to
        AND (version.kind <> e.kind OR version.name <> e.name OR coalesce(version.code, '') <> coalesce(e.code, ''))
    }
  RETURN e
  LIMIT $limit
}
RETURN DISTINCT e.id AS id,
       e.kind AS kind,
       e.name AS name
ORDER BY id
