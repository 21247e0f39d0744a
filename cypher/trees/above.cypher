// name: trees/above
// mode: read
// params: id, kinds, shown, day
// row: StatedSteps
// What stands above on a day, nearest first, to the root: one statement for both trees, which never meet.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)-[links:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN*1..20]->(e:Entity)
  WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH e, size(links) AS depth, coalesce(
    head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
  ) AS state
  ORDER BY depth, e.id
  RETURN collect(e {.id, kind: state.kind, .valid_from, .valid_to,
    state: [key IN $shown | state[key]],
    parent_id: head([(e)-[tie:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN]->(above) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | above.id]),
    area_id: reduce(first = null, id IN [(e)-[tie:COVERS|WAS_COVERS]->(area) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | area.id] |
      CASE WHEN first < id THEN first ELSE id END), depth: depth}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(items) AS total,
       items
