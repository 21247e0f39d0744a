// name: search/found
// mode: read
// params: groups, seen, most, total
// row: Found
// Standing entities whose terms hold one of some texts, group by group of texts and not at all in order within one; of a group
// at most so many, and no further group once the total is reached.
UNWIND $groups AS needles
CALL (needles) {
  UNWIND needles AS needle
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS needle
    AND e.valid_to IS NULL
    AND NOT e.id IN $seen
  WITH DISTINCT e
  LIMIT $most
  RETURN e
}
WITH e
LIMIT $total
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
