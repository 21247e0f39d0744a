// name: soundness/store
// mode: read
// params: none
// row: StoreCounts
// How many entities and relationships Neo4j counts, which it keeps apart, and how many of them its store still holds.
CALL () {
  MATCH (entity:Entity)
  RETURN count(*) AS read_entities,
         count(CASE
           WHEN size(labels(entity)) > 0 AND (entity.name <> '' OR entity.valid_from IS NOT NULL AND entity.name IS NULL)
             THEN 1
         END) AS entities
}
CALL () {
  MATCH ()-[link]->()
  RETURN count(CASE
           WHEN size(labels(startNode(link))) > 0 AND size(labels(endNode(link))) > 0 AND type(link) <> ''
             THEN 1
         END) AS links
}
RETURN entities,
       read_entities,
       COUNT { (:Entity) } AS counted_entities,
       links,
       COUNT { ()-[]->() } AS counted_links
