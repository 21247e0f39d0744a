// name: answers/nearest_service
// mode: read
// params: id, kinds, item_id, day
// row: NearestAnswer
// The nearest place that offered an item on a day: in the area or a part of it, else in the area around it, and so on up. Of
// several in one area it is the one in the lowest kind of area, and of these the first by id. Kinds are given from the highest down.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
  AND (coalesce(start.valid_from <= $day, true) OR EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
OPTIONAL MATCH (item:Entity {id: $item_id})
WHERE item.kind = 'ServiceItem'
  AND (coalesce(item.valid_from <= $day, true) OR EXISTS { (item)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
WITH *, CASE
  WHEN coalesce(start.valid_from <= $day, true) AND coalesce($day < start.valid_to, true) THEN start
  WHEN EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to } THEN start
END AS there, $day = date('9999-12-31') AS is_today
CALL (there) {
  MATCH (there)-[links:WITHIN|WAS_WITHIN*0..20]->(whole:Entity)
  WHERE all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
  WITH whole
  ORDER BY size(links)
  RETURN collect(whole) AS wholes
}
CALL (item, wholes, is_today) {
  CALL (item, wholes, is_today) {
    WITH item, wholes, is_today
    WHERE is_today
    MATCH (item)<-[:OFFERS]-(place)-[:SERVES|LOCATED_IN]->(area:Area)
    MATCH up = (area)-[:WITHIN*0..20]->(whole:Area)
    WHERE whole IN wholes
    RETURN place, area, area AS around, nodes(up) AS areas, whole
    UNION ALL
    WITH item, wholes, is_today
    WHERE NOT is_today
    MATCH (item)<-[offers:OFFERS|WAS_OFFERS]-(place:Entity)-[at:SERVES|LOCATED_IN|WAS_SERVES|WAS_LOCATED_IN]->(area:Entity)
    WHERE coalesce(offers.valid_from <= $day, true) AND coalesce($day < offers.valid_to, true)
      AND coalesce(at.valid_from <= $day, true) AND coalesce($day < at.valid_to, true)
    MATCH up = (area)-[links:WITHIN|WAS_WITHIN*0..20]->(whole:Entity)
    WHERE whole IN wholes
      AND all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
    RETURN place,
           area,
           coalesce(head([(area)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), area) AS around,
           nodes(up) AS areas,
           whole
  }
  WITH place, area, around, areas, head([at IN range(0, size(wholes) - 1) WHERE wholes[at] = whole]) AS steps
  ORDER BY steps, head([at IN range(0, size($kinds) - 1) WHERE $kinds[at] = around.kind]) DESC, place.id
  LIMIT 1
  WITH place, area, areas, steps, around, coalesce(
    head([(place)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), place
  ) AS offering
  RETURN collect({
    place: offering {id: place.id, .kind, .name, valid_from: place.valid_from, valid_to: place.valid_to, .source, .category},
    area: around {id: area.id, .kind, .name},
    steps: steps,
    path: [met IN wholes[..steps] + reverse(areas) | [state IN [coalesce(
      head([(met)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), met
    )] | state {id: met.id, .kind, .name}][0]]
  }) AS nearest
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       item IS NOT NULL AS has_item,
       head(nearest) AS nearest
