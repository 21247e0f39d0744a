// name: answers/nearest_service
// mode: read
// params: id, kinds, item_id
// row: NearestAnswer
// The nearest place that offers an item: in the area or a part of it, else in the area around it, and so on up. Of several
// in one area it is the one in the lowest kind of area, and of these the first by id. Kinds are given from the highest down.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
OPTIONAL MATCH (item:Entity {id: $item_id})
WHERE item.kind = 'ServiceItem'
CALL (start) {
  MATCH up = (start)-[:WITHIN*0..20]->(whole:Area)
  WITH whole
  ORDER BY length(up)
  RETURN collect(whole) AS wholes
}
CALL (item, wholes) {
  MATCH (item)<-[:OFFERS]-(place)-[:SERVES|LOCATED_IN]->(area:Area)
  MATCH up = (area)-[:WITHIN*0..20]->(whole:Area)
  WHERE whole IN wholes
  WITH place, area, nodes(up) AS areas, head([at IN range(0, size(wholes) - 1) WHERE wholes[at] = whole]) AS steps
  ORDER BY steps, head([at IN range(0, size($kinds) - 1) WHERE $kinds[at] = area.kind]) DESC, place.id
  LIMIT 1
  RETURN collect({
    place: place {.id, .kind, .name, .valid_from, .valid_to, .source, .category},
    area: area {.id, .kind, .name},
    steps: steps,
    path: [met IN wholes[..steps] + reverse(areas) | met {.id, .kind, .name}]
  }) AS nearest
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       item IS NOT NULL AS has_item,
       head(nearest) AS nearest
