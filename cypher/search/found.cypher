// name: search/found
// mode: read
// params: groups, seen, most, total, day
// row: FoundAt
// Entities of a group's kinds that stood on a day, whose terms hold one of its texts and none of those it is to be without, group by
// group and not at all in order within one; of a group at most so many, and no further group once the total is reached. Terms are
// those of today: what was called otherwise on the day is none of them.
UNWIND $groups AS group
CALL (group) {
  UNWIND group.needles AS needle
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS needle
    AND e.kind IN group.kinds
    AND none(text IN group.without WHERE e.terms CONTAINS text)
    AND NOT e.id IN $seen
    AND (e.valid_from <= $day AND coalesce($day < e.valid_to, true) OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
    AND NOT EXISTS {
      (e)-[:HAD]->(version)
      WHERE version.valid_from <= $day AND $day < version.valid_to
        AND (version.kind <> e.kind OR version.name <> e.name OR coalesce(version.code, '') <> coalesce(e.code, ''))
    }
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
