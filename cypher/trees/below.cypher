// name: trees/below
// mode: read
// params: id, kinds, max_depth, kind, tier, after_depth, after_id, limit, shown, day
// row: StatedSteps
// What stands below on a day down to a depth, nearest first and then by id: how many, and a page of them.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start, is_today) {
  MATCH (start)<-[links:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN*1..20]-(e:Entity)
  WHERE size(links) <= $max_depth
    AND all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH size(links) AS depth, e, CASE WHEN is_today THEN e ELSE coalesce(
      head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
    ) END AS state
  WHERE ($kind IS NULL OR state.kind = $kind)
    AND ($tier IS NULL OR state.tier = $tier)
  WITH depth, e
  ORDER BY depth, e.id
  RETURN collect([depth, e]) AS met
}
CALL (met) {
  UNWIND met AS one
  WITH one[0] AS depth, one[1] AS e
  WHERE depth > $after_depth
     OR (depth = $after_depth AND e.id > $after_id)
  WITH depth, e
  LIMIT $limit
  WITH depth, e, coalesce(
    head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
  ) AS state
  RETURN collect(e {.id, kind: state.kind, .valid_from, .valid_to,
    state: [key IN $shown | state[key]],
    parent_id: head([(e)-[tie:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN]->(above) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | above.id]),
    area_id: reduce(first = null, id IN [(e)-[tie:COVERS|WAS_COVERS]->(area) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | area.id] |
      CASE WHEN first < id THEN first ELSE id END), depth: depth}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(met) AS total,
       items
