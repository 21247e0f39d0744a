// name: search/near
// mode: read
// params: looks, candidates, most
// row: FoundNear
// Standing entities of a look's kinds whose terms hold its one text and all its others, look by look. Of those that hold the one
// only so many are looked at, and of a look so many are answered.
UNWIND $looks AS look
CALL (look) {
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS look.needle
  WITH e
  LIMIT $candidates
  WHERE e.valid_to IS NULL
    AND e.kind IN look.kinds
    AND all(text IN look.others WHERE e.terms CONTAINS text)
  RETURN e
  LIMIT $most
}
WITH DISTINCT e
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       e.terms AS terms
ORDER BY id
