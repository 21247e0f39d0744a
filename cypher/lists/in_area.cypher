// name: lists/in_area
// mode: read
// params: area_id, placing, related_to, types, kinds, q, conditions, lacks, has, after, limit
// row: Ids
// The ids of the entities that belong to an area or a part of it today, in order: how many, and those of one page. What
// belongs there: the areas, the alliances that organisations covering them lead, the units in these, and what leads to one
// of all these by at most six relationships that place an entity of its kind.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
  MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(area:Area)
  CALL (area) {
    RETURN area AS base
    UNION
    MATCH (area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(alliance:Entity)
    RETURN alliance AS base
    UNION
    MATCH (area)<-[:COVERS]-(:PartyOrg)-[:LEADS]->(:Entity)<-[:MEMBER_OF]-(unit:Entity)
    RETURN unit AS base
  }
  WITH DISTINCT base
  MATCH way = (base)<-[:BORNE_BY|CONTACTS|COVERS|DELEGATED_TO|DISPATCHED_TO|ENROLLED_IN|GRANTED_TO|HOLDS|IDENTIFIES|JOINS
          |LOCATED_IN|MOVED_DOWN_TO|ORGANISED_BY|PAIRED_WITH|PART_OF|POSTED_TO|SERVES|SET_UP_IN*0..6]-(e:Entity)
  WHERE e.kind IN $kinds
    AND all(link IN relationships(way) WHERE type(link) IN $placing[startNode(link).kind])
  WITH DISTINCT e
  WHERE ($q IS NULL OR e.name CONTAINS $q)
    AND all(one IN $conditions WHERE CASE one.comparison
      WHEN ':' THEN e[one.key] = one.value
      WHEN '<' THEN e[one.key] < one.value
      WHEN '>' THEN e[one.key] > one.value
      WHEN 'holds' THEN e[one.key] IS :: LIST<STRING> AND one.value IN e[one.key]
      WHEN 'among' THEN e[one.key] IN one.value
    END)
    AND (size($lacks) = 0 OR NOT EXISTS { (e)-[link]-(:Entity) WHERE type(link) IN $lacks })
    AND (size($has) = 0 OR EXISTS { (e)-[link]-(:Entity) WHERE type(link) IN $has })
    AND ($related_to IS NULL OR EXISTS {
      (e)-[joining]-(:Entity {id: $related_to})
      WHERE type(joining) IN $types
    })
  WITH e.id AS id
  ORDER BY id
  RETURN collect(id) AS found
}
RETURN seq,
       token_key,
       size(found) AS total,
       [id IN found WHERE id > $after][..$limit] AS ids
