// name: trees/whole
// mode: read
// params: id, kinds, max_depth, limit, shown, day
// row: StatedNodes
// All below on a day down to a depth, as a tree is built from: by id within a depth. Of as many as the limit, which are too
// many for a tree, none is read.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)<-[links:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN*1..20]-(e:Entity)
  WHERE size(links) <= $max_depth
    AND all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH size(links) AS depth, e
  LIMIT $limit
  RETURN collect([depth, e]) AS met
}
CALL (met) {
  UNWIND met AS one
  WITH one[0] AS depth, one[1] AS e
  WHERE size(met) < $limit
  WITH depth, e, coalesce(
    head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
  ) AS state
  ORDER BY depth, e.id
  RETURN collect(e {.id, kind: state.kind, .valid_from, .valid_to,
    state: [key IN $shown | state[key]],
    parent_id: head([(e)-[tie:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN]->(above) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | above.id]),
    area_id: reduce(first = null, id IN [(e)-[tie:COVERS|WAS_COVERS]->(area) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | area.id] |
      CASE WHEN first < id THEN first ELSE id END),
    depth: depth, has_more: EXISTS { (e)<-[part:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN]-() WHERE part.valid_from <= $day AND coalesce($day < part.valid_to, true) }}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(met) AS total,
       items
