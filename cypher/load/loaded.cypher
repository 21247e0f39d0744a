// name: load/loaded
// mode: read
// params: after, limit
// row: LoadedIds
// The ids of standing entities that a load has written, in their order, in one row: a row an id costs both sides as much again.
MATCH (e:Entity)
WHERE e.id > $after
  AND e.row_digest IS NOT NULL
  AND e.valid_to IS NULL
WITH e.id AS id
ORDER BY id
LIMIT $limit
RETURN collect(id) AS ids
