// name: search/inside
// mode: read
// params: groups, around, candidates, limit, day
// row: Found
// Entities that stood on a day whose terms hold one of some texts, group by group and in the order of its kinds' places, that were
// inside one area of each list of areas: what lay in it, covered or served it or a part of it, led there or was a member there. Only
// so many candidates are looked at, and of those that fit any so many are answered: to have the first of an order, each would be
// looked at, at up to twenty times the cost. Terms are those of today: what was called otherwise on the day is none of them.
UNWIND $groups AS group
CALL (group) {
  UNWIND group.needles AS needle
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS needle
    AND e.kind IN keys(group.places)
    AND (e.valid_from <= $day AND coalesce($day < e.valid_to, true) OR EXISTS { (e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
    AND NOT EXISTS {
      (e)-[:HAD]->(version)
      WHERE version.valid_from <= $day AND $day < version.valid_to
        AND (version.kind <> e.kind OR version.name <> e.name OR coalesce(version.code, '') <> coalesce(e.code, ''))
    }
  WITH DISTINCT e
  LIMIT $candidates
  RETURN e
  ORDER BY group.places[e.kind]
}
WITH e
LIMIT $candidates
WHERE all(ids IN $around WHERE EXISTS {
  MATCH (e)-[seats:MEMBER_OF|WAS_MEMBER_OF*0..1]->()<-[leads:LEADS|WAS_LEADS*0..1]-()
        -[at:COVERS|LOCATED_IN|SERVES|WAS_COVERS|WAS_LOCATED_IN|WAS_SERVES*0..1]->()-[links:WITHIN|WAS_WITHIN*0..20]->(area:Entity)
  WHERE area.id IN ids
    AND all(link IN seats + leads + at + links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
})
WITH e
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
