// name: lists/of_kinds_in_area
// mode: read
// params: area_id, placing, led, related_to, types, kinds, q, conditions, lacks, has, after, limit
// row: Ids
// The ids of the entities of some kinds that belong to an area or a part of it today, as `lists/in_area` has it, found
// the other way round: from the entities of those kinds up to what they belong to. Of a broad area that is the shorter way.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
  MATCH (:Area {id: $area_id})<-[:WITHIN*0..20]-(area:Area)
  WITH collect(area) AS areas
  CALL (areas) {
    UNWIND $led AS led
    MATCH (alliance:Entity)
    USING INDEX alliance:Entity(kind, id)
    WHERE alliance.kind = led
      AND alliance.id > ''
    MATCH (alliance)<-[:LEADS]-(:PartyOrg)-[:COVERS]->(covered:Area)
    WHERE covered IN areas
    WITH DISTINCT alliance
    RETURN collect(alliance) AS alliances
  }
  CALL (alliances) {
    UNWIND alliances AS alliance
    MATCH (alliance)<-[:MEMBER_OF]-(unit:Entity)
    WITH DISTINCT unit
    RETURN collect(unit) AS units
  }
  WITH areas + alliances + units AS bases
  UNWIND $kinds AS kind
  MATCH (e:Entity)
  USING INDEX e:Entity(kind, id)
  WHERE e.kind = kind
    AND e.id > ''
    AND e.valid_to IS NULL
    AND ($q IS NULL OR e.name CONTAINS $q)
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
  MATCH (e) ((placed)-[link:BORNE_BY|CONTACTS|COVERS|DELEGATED_TO|DISPATCHED_TO|ENROLLED_IN|GRANTED_TO|HOLDS|IDENTIFIES|JOINS
          |LOCATED_IN|MOVED_DOWN_TO|ORGANISED_BY|PAIRED_WITH|PART_OF|POSTED_TO|SERVES|SET_UP_IN]->()
          WHERE type(link) IN $placing[placed.kind]){0,6} (base)
  WHERE base IN bases
  WITH DISTINCT e
  WITH e.id AS id
  ORDER BY id
  RETURN collect(id) AS found
}
RETURN seq,
       token_key,
       size(found) AS total,
       [id IN found WHERE id > $after][..$limit] AS ids
