// name: lists/sorted
// mode: read
// params: ids, sort, is_first, last_values, last_id, day, limit
// row: Sorted
// A page of the entities of those ids, sorted by up to four of their properties on a day and then by id, each with the values it
// was sorted by: those after the last one of the page before. What has no value, or one of another type than the property has, comes
// last, whichever way it is sorted.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WITH e, CASE WHEN $day = date('9999-12-31') THEN e ELSE coalesce(
    head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
  ) END AS state
WITH e.id AS id,
     [one IN $sort | [one.type, CASE
       WHEN one.key IN ['id', 'valid_from', 'valid_to'] THEN e[one.key]
       ELSE state[one.key]
     END]] AS found
WITH id, [one IN found | CASE
    WHEN one[0] = 'text' AND one[1] IS :: STRING THEN one[1]
    WHEN one[0] = 'count' AND one[1] IS :: INTEGER THEN one[1]
    WHEN one[0] = 'flag' AND one[1] IS :: BOOLEAN THEN one[1]
    WHEN one[0] = 'day' AND one[1] IS :: DATE THEN one[1]
  END] AS values
WITH id, values, reduce(order = 0, place IN range(0, size($sort) - 1) | CASE
    WHEN order <> 0 THEN order
    WHEN values[place] = $last_values[place] OR (values[place] IS NULL AND $last_values[place] IS NULL) THEN 0
    WHEN values[place] IS NULL THEN 1
    WHEN $last_values[place] IS NULL THEN -1
    WHEN (values[place] > $last_values[place]) <> $sort[place].is_descending THEN 1
    ELSE -1
  END) AS order
WHERE $is_first
   OR order > 0
   OR (order = 0 AND id > $last_id)
RETURN id,
       values
ORDER BY CASE WHEN $sort[0].is_descending THEN values[0] IS NULL ELSE values[0] END,
         CASE WHEN $sort[0].is_descending THEN values[0] END DESC,
         CASE WHEN $sort[1].is_descending THEN values[1] IS NULL ELSE values[1] END,
         CASE WHEN $sort[1].is_descending THEN values[1] END DESC,
         CASE WHEN $sort[2].is_descending THEN values[2] IS NULL ELSE values[2] END,
         CASE WHEN $sort[2].is_descending THEN values[2] END DESC,
         CASE WHEN $sort[3].is_descending THEN values[3] IS NULL ELSE values[3] END,
         CASE WHEN $sort[3].is_descending THEN values[3] END DESC,
         id
LIMIT $limit
