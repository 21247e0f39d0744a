// name: search/mentioned
// mode: read
// params: begins, kinds, limit
// row: Found
// Standing areas of some kinds whose terms hold one of some beginnings of names; of a beginning at most so many.
UNWIND $begins AS begin
CALL (begin) {
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS begin
    AND e.valid_to IS NULL
    AND e.kind IN $kinds
  RETURN e
  LIMIT $limit
}
RETURN DISTINCT e.id AS id,
       e.kind AS kind,
       e.name AS name
ORDER BY id
