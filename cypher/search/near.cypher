// name: search/near
// mode: read
// params: looks, candidates, most, day
// row: FoundNear
// Entities of a look's kinds that stood on a day, whose terms hold its one text and all its others, look by look. Of those that hold
// the one only so many are looked at, and of a look so many are answered. Terms are those of today: what was called otherwise on the
// day is none of them.
UNWIND $looks AS look
CALL (look) {
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS look.needle
  WITH e
  LIMIT $candidates
  WHERE e.kind IN look.kinds
    AND all(text IN look.others WHERE e.terms CONTAINS text)
    AND (e.valid_from <= $day AND coalesce($day < e.valid_to, true) OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
    AND NOT EXISTS {
      (e)-[:HAD]->(version)
      WHERE version.valid_from <= $day AND $day < version.valid_to
        AND (version.kind <> e.kind OR version.name <> e.name OR coalesce(version.code, '') <> coalesce(e.code, ''))
    }
  RETURN e
  LIMIT $most
}
WITH DISTINCT e
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       e.terms AS terms
ORDER BY id
