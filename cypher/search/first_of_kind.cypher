// name: search/first_of_kind
// mode: read
// params: kind, needles, seen, limit
// row: Found
// The first standing entities of a kind, by id, whose terms hold one of some texts: for texts that very many of the kind hold.
MATCH (e:Entity)
USING INDEX e:Entity(kind, id)
WHERE e.kind = $kind
  AND e.id > ''
  AND any(needle IN $needles WHERE e.terms CONTAINS needle)
  AND e.valid_to IS NULL
  AND NOT e.id IN $seen
WITH e
ORDER BY e.kind, e.id
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
ORDER BY id
