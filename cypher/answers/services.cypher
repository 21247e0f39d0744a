// name: answers/services
// mode: read
// params: id, kinds, item_id, category_id, after_place, after_item, limit, day
// row: OfferPage
// What the service places of an area or of any part of it offered on a day: how many offers, and a page of them by place and then
// item. Whether there is an item and a category of the ids that were asked for is said as well.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
  AND (coalesce(start.valid_from <= $day, true) OR EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
WITH *, CASE
  WHEN coalesce(start.valid_from <= $day, true) AND coalesce($day < start.valid_to, true) THEN start
  WHEN EXISTS { (start)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to } THEN start
END AS there, $day = date('9999-12-31') AS is_today
CALL (there) {
  MATCH (there)<-[links:WITHIN|WAS_WITHIN*0..20]-(area:Entity)
  WHERE all(link IN links WHERE coalesce(link.valid_from <= $day, true) AND coalesce($day < link.valid_to, true))
  MATCH (area)<-[at:SERVES|LOCATED_IN|WAS_SERVES|WAS_LOCATED_IN]-(place:Entity)
  WHERE coalesce(at.valid_from <= $day, true) AND coalesce($day < at.valid_to, true)
    AND EXISTS { (place)-[:OFFERS|WAS_OFFERS]->() }
  WITH area, place
  ORDER BY place.id
  RETURN collect([area, place]) AS placed
}
CALL (placed) {
  UNWIND placed AS pair
  WITH pair[1] AS place
  MATCH (place)-[offers:OFFERS|WAS_OFFERS]->(item:Entity)
  WHERE coalesce(offers.valid_from <= $day, true) AND coalesce($day < offers.valid_to, true)
    AND ($item_id IS NULL OR item.id = $item_id)
    AND ($category_id IS NULL OR EXISTS { (item)-[part:PART_OF|WAS_PART_OF]->({id: $category_id}) WHERE coalesce(part.valid_from <= $day, true) AND coalesce($day < part.valid_to, true) })
  RETURN count(item) AS total
}
CALL (placed, is_today) {
  UNWIND placed AS pair
  WITH pair[0] AS area, pair[1] AS place
  WHERE place.id >= $after_place
  MATCH (place)-[offers:OFFERS|WAS_OFFERS]->(item:Entity)
  WHERE coalesce(offers.valid_from <= $day, true) AND coalesce($day < offers.valid_to, true)
    AND ($item_id IS NULL OR item.id = $item_id)
    AND ($category_id IS NULL OR EXISTS { (item)-[part:PART_OF|WAS_PART_OF]->({id: $category_id}) WHERE coalesce(part.valid_from <= $day, true) AND coalesce($day < part.valid_to, true) })
    AND (place.id > $after_place OR item.id > $after_item)
  WITH area, place, item
  ORDER BY place.id, item.id
  LIMIT $limit
  WITH area, place, item,
       CASE WHEN is_today THEN area ELSE coalesce(head([(area)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), area) END AS around,
       CASE WHEN is_today THEN place ELSE coalesce(head([(place)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), place) END AS offering,
       CASE WHEN is_today THEN item ELSE coalesce(head([(item)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), item) END AS offered
  CALL (item, is_today) {
    OPTIONAL MATCH (item)-[part:PART_OF|WAS_PART_OF]->(category:Entity)
    WHERE coalesce(part.valid_from <= $day, true) AND coalesce($day < part.valid_to, true)
    WITH category, CASE WHEN is_today THEN category ELSE coalesce(head([(category)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), category) END AS state
    LIMIT 1
    RETURN state {id: category.id, .kind, .name} AS category
  }
  RETURN collect({
    place: offering {id: place.id, .kind, .name, valid_from: place.valid_from, valid_to: place.valid_to, .source, .category},
    area: around {id: area.id, .kind, .name},
    item: offered {id: item.id, .kind, .name},
    category: category
  }) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items,
       $item_id IS NULL OR EXISTS {
         (item:Entity {id: $item_id})
         WHERE item.kind = 'ServiceItem'
           AND (coalesce(item.valid_from <= $day, true) OR EXISTS { (item)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
       } AS has_item,
       $category_id IS NULL OR EXISTS {
         (category:Entity {id: $category_id})
         WHERE category.kind = 'ServiceCategory'
           AND (coalesce(category.valid_from <= $day, true) OR EXISTS { (category)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to })
       } AS has_category
