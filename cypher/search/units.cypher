// name: search/units
// mode: read
// params: ids, texts, limit, day
// row: Found
// The member households in some areas on a day whose terms hold the text given for their kind, by id; after them, of these areas, the
// buildings that had none such. Terms are those of today: what was called otherwise on the day is none of them.
MATCH (around:Entity)
WHERE around.id IN $ids
MATCH (around)<-[links:WITHIN|WAS_WITHIN*0..20]-(building:Entity)
WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  AND coalesce(head([(building)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), building).kind = 'Building'
  AND (building.valid_from <= $day AND coalesce($day < building.valid_to, true) OR EXISTS { (building)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
OPTIONAL MATCH (building)<-[covers:COVERS|WAS_COVERS]-(household:Entity)
WHERE household.kind = 'MemberHousehold'
  AND household.terms CONTAINS $texts[household.kind]
  AND covers.valid_from <= $day AND coalesce($day < covers.valid_to, true)
  AND (household.valid_from <= $day AND coalesce($day < household.valid_to, true) OR EXISTS { (household)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
  AND NOT EXISTS {
    (household)-[:HAD]->(version)
    WHERE version.valid_from <= $day AND $day < version.valid_to
      AND (version.kind <> household.kind OR version.name <> household.name OR coalesce(version.code, '') <> coalesce(household.code, ''))
  }
WITH household, CASE WHEN building = around THEN building END AS building
WITH DISTINCT coalesce(household, building) AS e, household IS NULL AS is_building
WHERE e IS NOT NULL
ORDER BY is_building, e.id
LIMIT $limit
WITH e, is_building, coalesce(head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e) AS state
RETURN e.id AS id,
       state.kind AS kind,
       state.name AS name
ORDER BY is_building, id
