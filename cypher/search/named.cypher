// name: search/named
// mode: read
// params: after, kinds, limit
// row: Named
// What the terms of standing entities are made of, and those they have, in the order of their ids.
MATCH (e:Entity)
USING INDEX e:Entity(id)
WHERE e.id > $after
  AND e.valid_to IS NULL
  AND e.kind IN $kinds
  AND e.name IS :: STRING NOT NULL
WITH e
ORDER BY e.id
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       CASE WHEN e.code IS :: STRING THEN e.code END AS code,
       CASE WHEN e.terms IS :: STRING THEN e.terms END AS terms
ORDER BY id
