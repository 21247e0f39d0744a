// name: soundness/entities
// mode: read
// params: none
// row: EntityCounts
// How many entities Neo4j counts, which it keeps apart, and how many of them its store still holds.
MATCH (entity:Entity)
RETURN count(CASE
         WHEN size(labels(entity)) > 0 AND (entity.name <> '' OR entity.valid_from IS NOT NULL AND entity.name IS NULL)
           THEN 1
       END) AS entities,
       count(*) AS read_entities,
       COUNT { (:Entity) } AS counted_entities
