// name: search/found
// mode: read
// params: groups, seen, most, total
// row: FoundAt
// Standing entities of a group's kinds whose terms hold one of its texts and none of those it is to be without, group by group
// and not at all in order within one; of a group at most so many, and no further group once the total is reached.
UNWIND $groups AS group
CALL (group) {
  UNWIND group.needles AS needle
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS needle
    AND e.valid_to IS NULL
    AND e.kind IN group.kinds
    AND none(text IN group.without WHERE e.terms CONTAINS text)
    AND NOT e.id IN $seen
  WITH DISTINCT e
  LIMIT $most
  RETURN e
}
WITH e, group
LIMIT $total
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       group.place AS place
