// name: search/first_of_kinds
// mode: read
// params: kinds, needles, without, seen, limit
// row: Found
// The first standing entities of some kinds, kind by kind and in each by id, whose terms hold one of some texts and none of
// others: for texts that very many hold.
UNWIND $kinds AS kind
CALL (kind) {
  MATCH (e:Entity)
  USING INDEX e:Entity(kind, id)
  WHERE e.kind = kind
    AND e.id > ''
    AND any(needle IN $needles WHERE e.terms CONTAINS needle)
    AND none(text IN $without WHERE e.terms CONTAINS text)
    AND e.valid_to IS NULL
    AND NOT e.id IN $seen
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
