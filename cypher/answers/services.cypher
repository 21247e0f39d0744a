// name: answers/services
// mode: read
// params: id, kinds, item_id, category_id, after_place, after_item, limit
// row: OfferPage
// What the service places of an area or of any part of it offer, a page by place and then item. Whether there is an item
// and a category of the ids that were asked for is said as well.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)<-[:WITHIN*0..20]-(:Area)<-[:SERVES|LOCATED_IN]-(place)-[:OFFERS]->(item:ServiceItem)
  WHERE ($item_id IS NULL OR item.id = $item_id)
    AND ($category_id IS NULL OR EXISTS { (item)-[:PART_OF]->(:ServiceCategory {id: $category_id}) })
  RETURN count(item) AS total
}
CALL (start) {
  MATCH (start)<-[:WITHIN*0..20]-(area:Area)<-[:SERVES|LOCATED_IN]-(place)-[:OFFERS]->(item:ServiceItem)
  WHERE ($item_id IS NULL OR item.id = $item_id)
    AND ($category_id IS NULL OR EXISTS { (item)-[:PART_OF]->(:ServiceCategory {id: $category_id}) })
    AND (place.id > $after_place OR (place.id = $after_place AND item.id > $after_item))
  WITH area, place, item
  ORDER BY place.id, item.id
  LIMIT $limit
  RETURN collect({
    place: place {.id, .kind, .name, .valid_from, .valid_to, .source, .category},
    area: area {.id, .kind, .name},
    item: item {.id, .kind, .name},
    category: head([(item)-[:PART_OF]->(category:ServiceCategory) | category {.id, .kind, .name}])
  }) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       total,
       items,
       $item_id IS NULL OR EXISTS { (:Entity {id: $item_id, kind: 'ServiceItem'}) } AS has_item,
       $category_id IS NULL OR EXISTS { (:Entity {id: $category_id, kind: 'ServiceCategory'}) } AS has_category
