// name: lists/in_area
// mode: read
// params: area_id, placing, related_to, types, kinds, q, conditions, lacks, has, day, after, limit
// row: Ids
// The ids of the entities that belong to an area or a part of it on a day, in order: how many, and those of one page. What
// belongs there: the areas, the alliances that organisations covering them lead, the units in these, and what leads to one
// of all these by at most six relationships that place an entity of its kind.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
CALL (is_today) {
  CALL (is_today) {
    WITH is_today
    WHERE is_today
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
    RETURN e.id AS id
    UNION ALL
    WITH is_today
    WHERE NOT is_today
    MATCH (top:Entity {id: $area_id})
    WHERE (top.valid_from <= $day AND coalesce($day < top.valid_to, true))
       OR EXISTS { (top)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    MATCH (top)<-[within:WITHIN|WAS_WITHIN*0..20]-(area:Entity)
    WHERE all(link IN within WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    CALL (area) {
      RETURN area AS base
      UNION
      MATCH (area)<-[covering:COVERS|WAS_COVERS]-(:Entity)-[leading:LEADS|WAS_LEADS]->(alliance:Entity)
      WHERE covering.valid_from <= $day AND coalesce($day < covering.valid_to, true)
        AND leading.valid_from <= $day AND coalesce($day < leading.valid_to, true)
      RETURN alliance AS base
      UNION
      MATCH (area)<-[covering:COVERS|WAS_COVERS]-(:Entity)-[leading:LEADS|WAS_LEADS]->(:Entity)<-[seat:MEMBER_OF|WAS_MEMBER_OF]-(unit:Entity)
      WHERE covering.valid_from <= $day AND coalesce($day < covering.valid_to, true)
        AND leading.valid_from <= $day AND coalesce($day < leading.valid_to, true)
        AND seat.valid_from <= $day AND coalesce($day < seat.valid_to, true)
      RETURN unit AS base
    }
    WITH DISTINCT base
    MATCH way = (base)<-[:BORNE_BY|CONTACTS|COVERS|DELEGATED_TO|DISPATCHED_TO|ENROLLED_IN|GRANTED_TO|HOLDS|JOINS|LOCATED_IN
            |MOVED_DOWN_TO|ORGANISED_BY|PAIRED_WITH|PART_OF|POSTED_TO|SERVES|SET_UP_IN|WAS_BORNE_BY|WAS_CONTACTS
            |WAS_COVERS|WAS_DELEGATED_TO|WAS_DISPATCHED_TO|WAS_ENROLLED_IN|WAS_GRANTED_TO|WAS_HOLDS|WAS_JOINS
            |WAS_LOCATED_IN|WAS_MOVED_DOWN_TO|WAS_ORGANISED_BY|WAS_PAIRED_WITH|WAS_PART_OF|WAS_POSTED_TO
            |WAS_SERVES|WAS_SET_UP_IN|IDENTIFIES|WAS_IDENTIFIES*0..6]-(e:Entity)
    WHERE all(link IN relationships(way) WHERE type(link) IN $placing[startNode(link).kind]
          AND link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    WITH DISTINCT e
    WITH e, coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) AS state
    WHERE state.kind IN $kinds
      AND state.valid_from <= $day AND coalesce($day < state.valid_to, true)
      AND ($q IS NULL OR state.name CONTAINS $q)
      AND all(one IN $conditions WHERE CASE one.comparison
        WHEN ':' THEN state[one.key] = one.value
        WHEN '<' THEN state[one.key] < one.value
        WHEN '>' THEN state[one.key] > one.value
        WHEN 'holds' THEN state[one.key] IS :: LIST<STRING> AND one.value IN state[one.key]
        WHEN 'among' THEN e[one.key] IN one.value
      END)
      AND (size($lacks) = 0 OR NOT EXISTS { (e)-[link]-(:Entity)
        WHERE type(link) IN $lacks AND link.valid_from <= $day AND coalesce($day < link.valid_to, true) })
      AND (size($has) = 0 OR EXISTS { (e)-[link]-(:Entity)
        WHERE type(link) IN $has AND link.valid_from <= $day AND coalesce($day < link.valid_to, true) })
      AND ($related_to IS NULL OR EXISTS { (e)-[joining]-(:Entity {id: $related_to})
        WHERE type(joining) IN $types AND joining.valid_from <= $day AND coalesce($day < joining.valid_to, true) })
    RETURN e.id AS id
  }
  WITH id
  ORDER BY id
  RETURN collect(id) AS found
}
RETURN seq,
       token_key,
       size(found) AS total,
       [id IN found WHERE id > $after][..$limit] AS ids
