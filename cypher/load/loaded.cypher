// name: load/loaded
// mode: read
// params: after, limit
// row: Loaded
// The ids of standing entities that a load has written, in the order of the ids.
MATCH (e:Entity)
WHERE e.id > $after
  AND e.row_digest IS NOT NULL
  AND e.valid_to IS NULL
RETURN e.id AS id
ORDER BY id
LIMIT $limit
