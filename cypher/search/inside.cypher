// name: search/inside
// mode: read
// params: groups, around, candidates, limit
// row: Found
// Standing entities whose terms hold one of some texts, group by group and in the order of its kinds' places, that are inside
// one area of each list of areas: what lies in it, covers or serves it or a part of it, leads there or is a member there. Only so many
// candidates are looked at, and of those that fit any so many are answered: to have the first of an order, each would be
// looked at, at up to twenty times the cost.
UNWIND $groups AS group
CALL (group) {
  UNWIND group.needles AS needle
  MATCH (e:Entity)
  USING TEXT INDEX e:Entity(terms)
  WHERE e.terms CONTAINS needle
    AND e.valid_to IS NULL
    AND e.kind IN keys(group.places)
  WITH DISTINCT e
  LIMIT $candidates
  RETURN e
  ORDER BY group.places[e.kind]
}
WITH e
LIMIT $candidates
WHERE all(ids IN $around WHERE EXISTS {
  MATCH (e)-[:MEMBER_OF*0..1]->()<-[:LEADS*0..1]-()-[:COVERS|LOCATED_IN|SERVES*0..1]->()-[:WITHIN*0..20]->(area:Entity)
  WHERE area.id IN ids
})
WITH e
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name
